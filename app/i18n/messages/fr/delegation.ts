import type { French } from '../../message-types.ts'
import type { delegation as en } from '../en/delegation.ts'

export const delegation: French<typeof en> = {
  title: 'Délégation',
  members: 'Membres',
  inviteMember: 'Inviter un membre',
  recordEmpty: 'Rien n’est encore consigné.',
  newsTitle: 'Arrivées et départs',
  sealed:
    'D’autres ont siégé auparavant dans cette délégation. Ce qu’ils ont écrit sans le déposer a été scellé le {time}, au départ du dernier d’entre eux, et personne ne peut plus l’ouvrir.',
  news: {
    invited: {
      delegation: 'Votre délégation a invité {name}.',
      secretariat: 'Le secrétariat a invité {name}.',
    },
    'awaiting-head': 'Le secrétariat a invité {name} et demandé l’accord de votre délégation.',
    joined: {
      delegation: '{name} a rejoint la délégation à votre invitation.',
      secretariat: '{name} a rejoint la délégation à l’invitation du secrétariat.',
    },
    'signed-in': 'Première connexion de {name}.',
    declined: 'Le secrétariat avait invité {name} ; votre délégation a refusé.',
    'access-declined': 'Votre délégation a refusé à {name} le lien vers un premier mot de passe.',
    revoked: {
      delegation: 'Votre délégation a retiré l’invitation de {name}.',
      secretariat: 'Le secrétariat a retiré l’invitation de {name}.',
    },
    ended: {
      delegation: 'Votre délégation a mis fin à l’accréditation de {name}.',
      secretariat: 'Le secrétariat a mis fin à l’accréditation de {name}.',
    },
    left: '{name} a quitté la délégation.',
  },
}
