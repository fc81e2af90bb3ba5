import { expect, test } from 'vitest'
import { formFields } from './form-fields.ts'

const fields = (entries: [string, string][]) => formFields(entries)

test('dotted names nest, numbered ones make lists, repeated ones make lists', () => {
  expect(
    fields([
      ['name.en', 'Plenary'],
      ['name.fr', 'Plénière'],
      ['items.1.title', 'b'],
      ['items.0.title', 'a'],
      ['who', 'x'],
      ['who', 'y'],
    ]),
  ).toEqual({ name: { en: 'Plenary', fr: 'Plénière' }, items: [{ title: 'a' }, { title: 'b' }], who: ['x', 'y'] })
})

test('[SEC-088] names that reach a prototype are dropped and objects have none', () => {
  const parsed = fields([
    ['__proto__.isOrganiser', 'yes'],
    ['constructor.prototype.x', 'yes'],
    ['a.__proto__.b', 'yes'],
    ['a.c', '1'],
  ])
  expect(parsed).toEqual({ a: { c: '1' } })
  expect(Object.getPrototypeOf(parsed)).toBeNull()
  expect(({} as Record<string, unknown>).isOrganiser).toBeUndefined()
})

test('a flood of fields or a deep name is cut off', () => {
  const many = Array.from({ length: 5_000 }, (_, index): [string, string] => [`f${index}`, 'x'])
  expect(Object.keys(fields(many)).length).toBeLessThanOrEqual(2_000)
  expect(fields([['a.b.c.d.e.f.g.h', 'x']])).toEqual({})
})
