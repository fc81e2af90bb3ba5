import type { French } from '../../message-types.ts'
import type { forceOffers as en } from '../en/force-offers.ts'

export const forceOffers: French<typeof en> = {
  title: 'Offres',
}
