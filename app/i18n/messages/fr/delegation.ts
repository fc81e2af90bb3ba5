import type { French } from '../../message-types.ts'
import type { delegation as en } from '../en/delegation.ts'

export const delegation: French<typeof en> = {
  title: 'Délégation',
  members: 'Membres',
  inviteMember: 'Inviter un membre',
  head: 'Chef de délégation',
  deputies: 'Chefs adjoints',
  record: 'Registre de votre délégation',
  recordHint: 'Ce que les membres de votre délégation ont fait. Personne en dehors d’elle ne le voit.',
  recordEmpty: 'Rien n’est encore consigné.',
  who: 'Qui',
  what: 'Quoi',
  when: 'Quand',
  restore: 'Rétablir',
  toConfirm: 'À confirmer',
  toConfirmHint: 'Le secrétariat propose ces membres. Ils n’ont accès qu’après votre confirmation.',
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
