import type { French } from '../../message-types.ts'
import type { refusals as en } from '../en/refusals.ts'
import { agendaRefusals } from './agenda-refusals.ts'
import { importRefusals } from './import-refusals.ts'
import { workRefusals } from './work-refusals.ts'

export const refusals: French<typeof en> = {
  ...agendaRefusals,
  ...importRefusals,
  ...workRefusals,
  missing:
    'Nous n’avons pas trouvé cela, ou vous n’y avez pas accès. Si un collègue vous a envoyé ce lien, adressez-vous au secrétariat.',
  'signed-out': 'Votre session a pris fin. Reconnectez-vous.',
  invalid: 'Certaines réponses sont à corriger.',
  limited: 'Trop de tentatives. Attendez un peu, puis réessayez.',
  'unknown-intent': 'Cette page n’est plus à jour. Rechargez-la et réessayez.',
  'form/unreadable': 'Ce formulaire n’est pas arrivé entier. Rechargez la page et renvoyez-le.',
  unavailable: 'Le serveur ne peut pas le faire pour le moment. Rien n’a changé. Réessayez dans une minute.',
  reauthenticate: 'Confirmez par votre mot de passe pour continuer.',
  'acting-changed':
    'Vous agissez maintenant à un autre titre dans ce navigateur. Rien n’a été fait. Rechargez la page et vérifiez à quel titre vous agissez.',
  'act-once/other': 'Ce formulaire a déjà servi. Rechargez la page et réessayez.',
  'not-reached':
    'Le serveur n’a pas pu être joint. Rien n’a été envoyé ; ce que vous avez saisi est toujours ici. Réessayez.',
  'no-capacity': 'Vous n’avez encore aucune qualité dans une conférence.',
  'field/required': 'Remplissez ce champ.',
  'field/invalid': 'Cette valeur est illisible. Vérifiez-la.',
  'field/too-long': 'Ramenez ce texte à {maximum} caractères au plus.',
  'field/too-short': 'Employez au moins {minimum} caractères.',
  'field/too-small': 'Saisissez {minimum} ou davantage.',
  'field/too-big': 'Saisissez {maximum} ou moins.',
  'field/too-few': 'Choisissez-en au moins {minimum}.',
  'field/too-many': 'Choisissez-en au plus {maximum}.',
  'field/number': 'Saisissez un nombre entier, en chiffres.',
  'field/email': 'Saisissez une adresse électronique, par exemple nom@exemple.org.',
  'field/date': 'Saisissez une date.',
  'field/datetime': 'Saisissez une date et une heure.',
  'field/year': 'Vérifiez l’année : elle se situe entre 1900 et 2200.',
  'field/regex': 'Vérifiez la forme de cette réponse.',
  'field/time': 'Saisissez une heure, par exemple 14:30.',
  'field/time-zone': 'Choisissez un fuseau horaire dans la liste.',
  'field/choice': 'Choisissez l’une des réponses.',
  'field/unknown': 'Ce champ ne fait pas partie du formulaire.',
  'identity/wrong': 'Ce nom et ce mot de passe ne correspondent pas. Vérifiez les deux et réessayez.',
  'identity/wrong-password': 'Ce n’est pas votre mot de passe.',
  'identity/wait': {
    one: 'Trop de tentatives. Réessayez dans {count} minute.',
    other: 'Trop de tentatives. Réessayez dans {count} minutes.',
  },
  'identity/password-short': 'Employez au moins {minimum} caractères. Une phrase à vous se retient facilement.',
  'identity/password-long': 'Employez au plus {maximum} caractères.',
  'identity/password-common':
    'Il est fait de mots et de phrases que beaucoup emploient comme mots de passe. Choisissez une phrase à vous.',
  'identity/password-context':
    'Il ne contient guère que « {word} », que n’importe qui essaierait ici. Choisissez une phrase à vous.',
  'identity/password-pattern': 'C’est une répétition ou une suite du clavier. Choisissez une phrase à vous.',
  'identity/password-same': 'C’est le mot de passe actuel. Choisissez-en un autre.',
  'identity/invitation-gone':
    'Cette invitation a expiré ou a déjà servi. Demandez-en une nouvelle à la personne qui vous a invité(e).',
  'identity/invitation-awaits-head':
    'La délégation n’a pas encore confirmé ce lien. Demandez à son chef, ou à un membre qui s’est déjà connecté, de le confirmer sur la page Délégation, puis rouvrez-le.',
  'identity/invitation-other-person':
    'Cette invitation est destinée à une autre adresse que celle de votre session. Déconnectez-vous, puis rouvrez le lien.',
  'identity/invitation-settled': 'Cette invitation a déjà été traitée. Rechargez la page pour voir comment.',
  'identity/already-member': 'Cette personne est déjà membre.',
  'identity/already-invited':
    'Cette personne est déjà invitée. Si le premier lien est perdu, établissez-en un nouveau à cet endroit.',
  'identity/has-head': 'Cette délégation a un chef. Changez-le d’abord sous Participants.',
  'identity/one-head': 'Une délégation a un seul chef. C’est le secrétariat qui en change.',
  'identity/not-inviting': 'L’organisateur, le secrétaire et le responsable du protocole invitent les participants.',
  'identity/head-invites': 'Le chef de délégation invite ses membres. Adressez-vous à lui.',
  'identity/deputy-confirms':
    'Tant que votre délégation n’a pas de chef, seul son adjoint peut confirmer un nouveau membre. Adressez-vous à lui.',
  'conference/name-successor':
    'Cette délégation a un chef. Désignez d’abord un autre de ses membres comme chef ; le chef actuel devient alors son adjoint.',
  'conference/successor-never-came':
    'Ce membre ne s’est pas encore connecté. Désignez un membre qui l’a fait, ou demandez-lui de se connecter d’abord.',
  'identity/busy': 'Beaucoup de personnes se connectent en ce moment. Réessayez dans quelques secondes.',
  'identity/head-confirms': 'Seul le chef de délégation peut confirmer un nouveau membre.',
  'identity/role-of-another-side': 'Cette fonction relève d’un autre type de délégation.',
  'identity/accreditation-ended': 'Cette accréditation a pris fin.',
  'identity/has-password':
    'Cette personne a déjà un mot de passe. S’il est perdu, l’exploitant de l’installation en ouvre un nouveau.',
  'identity/elsewhere':
    'Cette personne a aussi une place ailleurs. C’est l’exploitant de l’installation qui remet le lien.',
}
