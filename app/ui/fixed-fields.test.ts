import { expect, test } from 'vitest'
import { formFields } from '#app/kernel/form-fields.ts'
import { fixedFields } from './fixed-fields.ts'

test('fixed input is flattened as the server will read it back', () => {
  const input = { itemId: 'abc', version: 3, isOpen: true, name: { en: 'x', fr: null }, ids: ['a', 'b'] }
  expect(fixedFields(input)).toEqual([
    ['itemId', 'abc'],
    ['version', '3'],
    ['isOpen', 'true'],
    ['name.en', 'x'],
    ['ids.0', 'a'],
    ['ids.1', 'b'],
  ])
  expect(JSON.parse(JSON.stringify(formFields(fixedFields(input))))).toEqual({
    itemId: 'abc',
    version: '3',
    isOpen: 'true',
    name: { en: 'x' },
    ids: ['a', 'b'],
  })
})
