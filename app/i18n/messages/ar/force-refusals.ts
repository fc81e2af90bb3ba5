import type { Arabic } from '../../message-types.ts'
import type { forceRefusals as en } from '../en/force-refusals.ts'

export const forceRefusals: Arabic<typeof en> = {
  'force/offer-is-over': 'انتهى هذا العرض. للعودة قدّموا عرضًا جديدًا.',
}
