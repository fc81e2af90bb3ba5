const part = (parts: readonly Intl.DateTimeFormatPart[], type: string) =>
  parts.find((each) => each.type === type)?.value ?? ''

function partsIn(at: Date, timeZone: string) {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
}

/** The calendar day of an instant on the wall of that zone: `2026-10-21`. */
export function dayIn(at: Date, timeZone: string): string {
  const parts = partsIn(at, timeZone)
  return `${part(parts, 'year')}-${part(parts, 'month')}-${part(parts, 'day')}`
}

/** The time of day of an instant on the wall of that zone, 24 hours: `09:05`. */
export function timeIn(at: Date, timeZone: string): string {
  const parts = partsIn(at, timeZone)
  return `${part(parts, 'hour')}:${part(parts, 'minute')}`
}
