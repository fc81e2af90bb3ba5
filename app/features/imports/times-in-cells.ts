/** Arabic-Indic and Persian digits as Latin ones. */
const latin = (text: string) =>
  text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))

const two = (number: number) => String(number).padStart(2, '0')

/** A date that several readings would fit is not guessed at: 3/4 is March in one office and April in the next. */
export type DateInCell = { readonly day: string } | { readonly unclear: true } | { readonly none: true }

/** `2026-10-20`, `20.10.2026`, `20/10/2026`. */
export function dateIn(cell: string): DateInCell {
  const text = latin(cell).trim()
  const written = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?$/.exec(text)
  if (written) return asDay(Number(written[1]), Number(written[2]), Number(written[3]))
  const spoken = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text)
  if (!spoken) return { none: true }
  const [first, second] = [Number(spoken[1]), Number(spoken[3])]
  const isClear = spoken[2] === '.' || first > 12 || first === second
  return isClear ? asDay(Number(spoken[4]), second, first) : { unclear: true }
}

function asDay(year: number, month: number, day: number): DateInCell {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isDay ? { day: `${year}-${two(month)}-${two(day)}` } : { none: true }
}

/** `09:20`, `9.20`, `9h20`, `9:20 PM`, as `HH:MM`; null for anything else. */
export function timeIn(cell: string): string | null {
  const found = /^(\d{1,2})\s*(?:[:.hH]\s*(\d{2})?)?(?::00)?\s*([ap])?\.?\s*m?\.?$/i.exec(latin(cell).trim())
  if (!found || !/[:.h]|[ap]\.?m/i.test(cell)) return null
  const [, hours = '', minutes = '00', half] = found
  const hour = half ? (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hours)
  return hour < 24 && Number(minutes) < 60 ? `${two(hour)}:${minutes}` : null
}
