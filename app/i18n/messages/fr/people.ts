import type { French } from '../../message-types.ts'
import type { people as en } from '../en/people.ts'

export const people: French<typeof en> = {
  title: 'Participants',
  secretariat: 'Secrétariat',
  invite: 'Inviter',
  inviteTitle: 'Inviter une personne',
  inviteHint: 'Vous obtenez un lien à remettre à la personne. Il sert une seule fois et expire.',
  invited: 'Invité',
  invitationLink: 'Lien de l’invitation',
  withdrawInvitation: 'Retirer l’invitation',
  awaitingHead: 'En attente de la confirmation de la délégation',
  confirmMember: 'Confirmer',
  declineMember: 'Décliner',
  role: 'Fonction',
  rights: 'Droits',
  right: {
    SPEAK: 'Peut prendre la parole',
    TABLE: 'Peut déposer des textes',
    EDIT_DELEGATION: 'Peut rédiger pour la délégation',
    BREAK_SILENCE: 'Peut rompre le silence',
    PLEDGE: 'Peut annoncer des contributions',
    CORRECT_MINUTES: 'Peut corriger les comptes rendus',
    SPEAK_IF_INVITED: 'Peut intervenir sur invitation',
    READ_RELEASED: 'Peut lire les comptes rendus diffusés',
  },
  step: {
    AWAITING_HEAD: 'En attente de la délégation',
  },
  end: 'Mettre fin à cette accréditation…',
  endConfirm: '{name} perd l’accès immédiatement, sur tous ses appareils. Les textes restent à la délégation.',
  endLast:
    'Personne d’autre de cette délégation ne s’est connecté. Tout ce qu’elle a écrit sans le déposer est ainsi scellé définitivement : personne ne pourra plus l’ouvrir, ni {name}, ni ceux qui siégeront ensuite, ni le secrétariat. Pour le garder ouvert, faites d’abord se connecter un autre membre.',
  rank: 'Grade ou titre',
  email: 'Adresse électronique',
  chooseRole: 'Choisissez une fonction',
  invitationOnce:
    'Ce lien ne sert qu’une fois et n’est affiché qu’ici : remettez-le vous-même à la personne, par un moyen sûr.',
  validUntil: 'Valable jusqu’au',
  expired: 'Expirée',
  newLink: 'Nouveau lien',
  changeRights: 'Droits…',
  rightsOf: 'Droits de {name}',
  changeRole: 'Fonction…',
  roleOf: 'Fonction de {name}',
  endTitle: 'Mettre fin à une accréditation',
  endNow: 'Mettre fin maintenant',
}
