/** Item numbers are labels: `6`, `6(b)`. Nothing refers to an item by its number, so nothing renumbers by itself. */
interface Numbered {
  readonly id: string
  readonly parentId: string | null
  readonly number: string
}

/** The next free label: the number after the greatest, or the letter after the last one under this parent. */
export function suggestNumber(items: readonly Numbered[], parentId: string | null): string {
  const parent = items.find(({ id }) => id === parentId)
  const taken = new Set(items.map(({ number }) => number))
  const siblings = items.filter((item) => item.parentId === parentId).map(({ number }) => number)
  const label = (place: number) => (parent ? `${parent.number}(${letters(place)})` : String(place))
  const places = siblings.map(parent ? letterPlace : wholePlace)
  for (let place = Math.max(0, ...places) + 1; ; place++) if (!taken.has(label(place))) return label(place)
}

const wholePlace = (label: string) => Number(/^\d+/.exec(label)?.[0] ?? 0)
const letterPlace = (label: string) =>
  [...(/\(([a-z]{1,2})\)$/.exec(label)?.[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0)

/** a … z, aa, ab … */
const letters = (place: number): string =>
  place <= 0 ? '' : letters(Math.floor((place - 1) / 26)) + String.fromCharCode(97 + ((place - 1) % 26))

// The order of the abjad, which United Nations documents in Arabic use for sub-items.
const arabic = ['أ', 'ب', 'ج', 'د', 'هـ', 'و', 'ز', 'ح', 'ط', 'ي', 'ك', 'ل', 'م', 'ن', 'س', 'ع', 'ف', 'ص', 'ق', 'ر']

/** The label as it is written in that language: `7(b)` is `7(ب)` in Arabic. What is stored stays as it is. */
export const numberIn = (number: string, locale: string): string =>
  locale === 'ar'
    ? number.replace(/\(([a-t])\)/g, (_, letter: string) => `(${arabic[letter.charCodeAt(0) - 97] ?? letter})`)
    : number
