import type { French } from '../../message-types.ts'
import type { delegation as en } from '../en/delegation.ts'

export const delegation: French<typeof en> = {
  title: 'Délégation',
  members: 'Membres',
  inviteMember: 'Inviter un membre',
  recordEmpty: 'Rien n’est encore consigné.',
  newsTitle: 'Arrivées et départs',
  news: {
    invited: '{name} : invitation envoyée',
    'awaiting-head': '{name} : à confirmer par la délégation',
    joined: '{name} a rejoint la délégation',
    left: '{name} a quitté la délégation',
    declined: '{name} : refus',
    revoked: 'Invitation de {name} retirée',
  },
  newsBy: { delegation: 'par votre délégation', secretariat: 'par le secrétariat' },
}
