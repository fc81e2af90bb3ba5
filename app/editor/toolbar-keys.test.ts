import { expect, test } from 'vitest'
import { placeAfterKey, shownKeys, spokenKeys } from './toolbar-keys.ts'

test('[ED-20] arrows go along the toolbar as it is read, and round its ends', () => {
  expect(placeAfterKey('ArrowRight', 0, 3, 'ltr')).toBe(1)
  expect(placeAfterKey('ArrowRight', 2, 3, 'ltr')).toBe(0)
  expect(placeAfterKey('ArrowLeft', 0, 3, 'ltr')).toBe(2)
  expect(placeAfterKey('ArrowLeft', 0, 3, 'rtl')).toBe(1)
  expect(placeAfterKey('ArrowRight', 0, 3, 'rtl')).toBe(2)
})

test('[ED-20] Home and End go to the ends, other keys stay what they are', () => {
  expect(placeAfterKey('Home', 2, 3, 'ltr')).toBe(0)
  expect(placeAfterKey('End', 0, 3, 'ltr')).toBe(2)
  for (const key of ['Tab', 'Enter', 'a', 'ArrowDown', 'Escape']) expect(placeAfterKey(key, 1, 3, 'ltr')).toBeNull()
})

test('[ED-20] a tool says its keys in the way of the machine', () => {
  expect(shownKeys('Mod+Shift+8', false)).toBe('Ctrl Shift 8')
  expect(shownKeys('Mod+Shift+8', true)).toBe('⌘ ⇧ 8')
  expect(spokenKeys('Mod+B')).toBe('Control+B Meta+B')
})
