import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test('initials leave out ranks and titles and keep Arabic letters apart', () => {
  expect(initialsOf('Maj. Gen. A. Wibanta')).toBe('AW')
  expect(initialsOf('Omar Benraissi')).toBe('OB')
  expect(initialsOf('Élodie')).toBe('É')
  expect(initialsOf('عارف ويبانتا')).toBe('ع\u200cو')
  expect(initialsOf('')).toBe('')
})
