import { expect, test } from 'vitest'
import { addsOnlyLanguages, mayChange, mayReopenOn } from './adoption.ts'

test('[AG-4] a provisional agenda changes freely', () => {
  expect(mayChange({ step: 'PROVISIONAL' }, null)).toEqual({ ok: true })
})

test('[AG-4] an adopted agenda changes only on a stated decision', () => {
  expect(mayChange({ step: 'ADOPTED' }, null)).toMatchObject({ ok: false, code: 'agenda/needs-decision' })
  expect(mayChange({ step: 'ADOPTED' }, 'Decision 3 of the plenary')).toEqual({ ok: true })
})

test('[AG-5] [EC-26] a closed item is reopened only on a stated decision', () => {
  expect(mayReopenOn(null)).toMatchObject({ ok: false, code: 'agenda/reopen-needs-decision' })
  expect(mayReopenOn('Decision 4 of the plenary')).toEqual({ ok: true })
})

test('[AG-4] a title given in one language more is no change of the agenda', () => {
  expect(addsOnlyLanguages({ en: 'Mandate' }, { en: 'Mandate', fr: 'Mandat' })).toBe(true)
  expect(addsOnlyLanguages({ en: 'Mandate' }, { en: 'Mandates', fr: 'Mandat' })).toBe(false)
  expect(addsOnlyLanguages({ en: 'Mandate', fr: 'Mandat' }, { en: 'Mandate' })).toBe(false)
})
