import type { Arabic } from '../../message-types.ts'
import type { forceOffers as en } from '../en/force-offers.ts'

export const forceOffers: Arabic<typeof en> = {
  title: 'العروض',
}
