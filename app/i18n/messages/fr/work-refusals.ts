import type { French } from '../../message-types.ts'
import type { workRefusals as en } from '../en/work-refusals.ts'

export const workRefusals: French<typeof en> = {
  'conference/accreditation-ended': 'Cette accréditation a pris fin.',
  'conference/already-participant': 'Cette délégation participe déjà de plein droit.',
  'conference/code-taken': 'Une autre délégation de cette conférence porte ce code. Choisissez-en un autre.',
  'conference/dates':
    'La conférence se termine avant de commencer. Choisissez un dernier jour égal ou postérieur au premier.',
  'conference/head-gives-rights': 'Les droits au sein d’une délégation sont donnés par son chef.',
  'conference/head-has-all': 'Le chef de délégation a tous les droits ; il n’y a rien à modifier.',
  'conference/head-manages': 'Le chef de délégation gère les membres. Demandez-lui de faire cette modification.',
  'conference/lot-unknown': 'Saisissez une lettre, ou le code d’un État de cette conférence.',
  'conference/no-states': 'Ajoutez d’abord les délégations, puis procédez au tirage au sort.',
  'conference/not-a-manager':
    'L’organisateur, le secrétaire et le chargé du protocole gèrent les délégations et les personnes.',
  'conference/not-an-organiser': 'Seul un organisateur de cette installation peut créer une conférence.',
  'conference/not-oneself': 'Il faut qu’une autre personne mette fin à votre propre accréditation.',
  'conference/role-of-another-side': 'Cette fonction relève d’un autre type de délégation.',
  'conference/state-rights': 'Les observateurs n’ont pas de droits à recevoir.',
  'drafts/already-withdrawn': 'Ce texte a déjà été retiré.',
  'drafts/corrects-withdrawn':
    'Le texte que vous voulez rectifier a été retiré. Présentez celui-ci comme un texte distinct.',
  'drafts/deputy-without-right':
    'Votre chef de délégation ne vous a pas donné le droit de déposer. Il peut déposer ce texte lui-même.',
  'drafts/empty': 'Cette révision ne contient aucun texte. Rédigez, puis nommez une nouvelle révision.',
  'drafts/group-of-states': 'Un groupe de rédaction se compose de délégations d’États de cette conférence.',
  'drafts/head-tables': 'Seul le chef de délégation peut déposer, ou un adjoint auquel il en a donné le droit.',
  'drafts/no-right-to-edit': 'Votre chef de délégation ne vous a pas donné le droit de rédiger.',
  'drafts/not-a-drafting-officer':
    'Les projets communs sont rédigés par la présidence, le secrétaire, le rapporteur et le responsable des documents.',
  'drafts/not-what-was-shown': 'Ce n’est pas le texte que vous avez vérifié. Reprenez la vérification.',
  'drafts/not-your-text': 'Seule la délégation qui a déposé un texte peut le retirer.',
  'drafts/nothing-to-correct': 'Aucun texte de votre délégation ne porte cette cote.',
  'drafts/out-of-order':
    'Une partie de ce texte n’est pas en ordre et est en cours de réparation. Relisez-la, puis nommez la révision de nouveau dans un instant.',
  'drafts/secretariat-issues': 'Le secrétariat désigne le groupe de rédaction et publie ses révisions.',
  'drafts/set-aside': 'Ce projet a été mis de côté. Reprenez-le pour y écrire.',
  'drafts/shared-is-issued': 'Un projet commun est publié par le secrétariat, et non déposé par une délégation.',
  'drafts/quotes-figures':
    'Ce texte cite des chiffres de la force, que les observateurs n’apprennent qu’une fois communiqués. Présentez-le aux États, ou écrivez les chiffres en simples mots.',
  'drafts/tabled-already':
    'Cette révision a été présentée sous la cote {symbol}. Pour la modifier, nommez une nouvelle révision et présentez-la comme rectificatif.',
  'minutes/empty': 'Le compte rendu ne contient encore aucun texte. Rédigez-le, puis distribuez-le.',
  'minutes/final': 'Ce compte rendu a été approuvé. Les erreurs relevées ensuite font l’objet d’un rectificatif.',
  'minutes/in-session': 'Cette séance n’est pas encore levée. Son compte rendu est distribué une fois la séance levée.',
  'minutes/not-a-writer':
    'Le compte rendu est tenu par le rapporteur, le secrétaire, le responsable des documents et l’organisateur.',
  'minutes/not-circulated': 'Les paragraphes sont diffusés une fois le compte rendu distribué.',
  'minutes/not-what-was-shown': 'L’édition a changé depuis que vous l’avez vue. Relisez-la, puis publiez.',
  'minutes/not-yet': 'Un compte rendu est distribué, puis approuvé, puis publié. Passez d’abord à l’étape suivante.',
  'live/closed': 'L’écriture de ce texte est terminée. Rechargez la page pour voir où il en est.',
  'minutes/not-a-draft': 'Ce compte rendu a été distribué. Reprenez-le comme projet pour en modifier le texte.',
  'minutes/published': 'L’édition destinée aux observateurs a été publiée et ne change plus.',
  'notes/no-right-to-edit': 'Votre chef de délégation ne vous a pas donné le droit de rédiger.',
  'notes/secretariat-writes': 'Le secrétariat rédige les notes de séance. Votre délégation les lit.',
}
