import type { Words } from '#app/i18n/words.ts'

/** `2 h 40 min`, `40 min`: a length of time in whole minutes, rounded down. */
export function durationText({ t }: Pick<Words, 't'>, ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  const hours = Math.floor(minutes / 60)
  return hours > 0 ? t('common.hoursMinutes', { hours, minutes: minutes % 60 }) : t('common.minutesOnly', { minutes })
}

/** `0:12`, `2:00`, `−0:30`: a timer, left to right in every language. */
export function timerText(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000)
  return `${ms < 0 && seconds > 0 ? '−' : ''}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
