import type { French } from '../../message-types.ts'
import type { visibility as en } from '../en/visibility.ts'

export const visibility: French<typeof en> = {
  label: 'Qui peut voir ceci',
  delegation: 'Délégation seulement',
  delegationOf: 'Délégation seulement — {delegation}',
  tabled: 'Déposé',
  tabledAll: 'Déposé — toutes les délégations',
  published: 'Publié',
  publishedAll: 'Publié — délégations et observateurs',
  draftingGroup: 'Groupe de rédaction',
  draftingGroupOf: 'Groupe de rédaction seulement — {delegations}',
  secretariat: 'Secrétariat seulement',
  secretariatAll: 'Secrétariat seulement',
  conference: 'Toutes les délégations',
  conferenceAll: 'Du secrétariat — toutes les délégations',
  personal: 'Vous seulement',
  personalAll: 'Vous seulement — pas même votre délégation',
  present: 'Délégations présentes',
  presentAll: 'Distribué — délégations qui étaient présentes',
  notVisibleToSecretariat: 'non visible du secrétariat',
  nothingHasLeft: 'Rien n’a quitté votre délégation',
  printDelegation: 'DÉLÉGATION SEULEMENT',
  printDraftingGroup: 'GROUPE DE RÉDACTION SEULEMENT',
  printSecretariat: 'SECRÉTARIAT SEULEMENT',
  printPersonal: 'NOTES PERSONNELLES',
}
