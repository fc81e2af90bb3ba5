import type { Direction } from '#app/i18n/direction.ts'

/**
 * Where the focus goes in a toolbar that is one tab stop: along the line as it is read and round its ends, Home and End
 * to the ends; null for every other key.
 */
export function placeAfterKey(key: string, here: number, count: number, direction: Direction): number | null {
  const [forward, backward] = direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  switch (key) {
    case forward:
      return (here + 1) % count
    case backward:
      return (here - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** `Mod` is the key that commands go with: ⌘ on Apple machines, Ctrl elsewhere. */
export const shownKeys = (keys: string, isApple: boolean): string =>
  isApple
    ? keys.replace('Mod', '⌘').replace('Shift', '⇧').replace('Alt', '⌥').replaceAll('+', ' ')
    : keys.replace('Mod', 'Ctrl').replaceAll('+', ' ')

/** As `aria-keyshortcuts` wants them. */
export const spokenKeys = (keys: string): string => ['Control', 'Meta'].map((mod) => keys.replace('Mod', mod)).join(' ')
