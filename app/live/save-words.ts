import type { Words } from '#app/i18n/words.ts'
import { unreachable } from '#app/kernel/must.ts'
import type { SaveState } from './save-state.ts'

/** The words of a save state (interface.md B5), times by the clock of the venue. Empty where there is nothing to say. */
export function saveWords({ t, format }: Words, state: SaveState, timeZone: string): string {
  switch (state.kind) {
    case 'opening':
      return t('live.opening')
    case 'up-to-date':
      return t('live.upToDate')
    case 'saved':
      return t('live.saved', { time: format.timeWithSeconds(state.at, timeZone) })
    case 'saving':
      return t('live.saving')
    case 'slow':
      return t('live.slow', { count: state.unsaved })
    case 'offline':
      return t('live.offline', { count: state.kept, time: format.time(state.since, timeZone) })
    case 'at-risk':
      return t('live.atRisk')
    case 'rejected':
      return t('live.refused', { reason: t(`live.refusedReason.${state.because}`) })
    case 'read-only':
      return t('live.readOnlyBecause', { reason: t(`live.readOnlyReason.${state.because}`) })
    default:
      return unreachable(state)
  }
}
