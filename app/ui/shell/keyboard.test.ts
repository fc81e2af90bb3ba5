import { expect, test } from 'vitest'
import { type Pressed, shortcutOf } from './keyboard.ts'

const press = (pressed: Partial<Pressed>) =>
  shortcutOf({
    key: '',
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isInEditor: false,
    ...pressed,
  })

test('the keys of the frame', () => {
  expect(press({ key: 'k', ctrlKey: true })).toEqual({ kind: 'palette' })
  expect(press({ key: 'K', metaKey: true })).toEqual({ kind: 'palette' })
  expect(press({ key: '/', code: 'Slash', ctrlKey: true })).toEqual({ kind: 'list' })
  expect(press({ key: 's', ctrlKey: true })).toEqual({ kind: 'saved' })
  expect(press({ key: 'F6' })).toEqual({ kind: 'region', isBackwards: false })
  expect(press({ key: 'F6', shiftKey: true })).toEqual({ kind: 'region', isBackwards: true })
  expect(press({ key: '!', code: 'Digit1', altKey: true, shiftKey: true })).toEqual({ kind: 'page', place: 0 })
})

test('in the editor Alt and Shift type symbols', () => {
  expect(press({ key: '‡', code: 'Digit7', altKey: true, shiftKey: true, isInEditor: true })).toBeUndefined()
})

test('single letters and plain digits mean nothing', () => {
  expect(press({ key: 'k' })).toBeUndefined()
  expect(press({ key: '1', code: 'Digit1' })).toBeUndefined()
  expect(press({ key: '9', code: 'Digit9', altKey: true, shiftKey: true })).toBeUndefined()
})
