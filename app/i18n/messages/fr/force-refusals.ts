import type { French } from '../../message-types.ts'
import type { forceRefusals as en } from '../en/force-refusals.ts'

export const forceRefusals: French<typeof en> = {
  'force/offer-is-over': 'Cette offre est close. Pour revenir, faites-en une nouvelle.',
}
