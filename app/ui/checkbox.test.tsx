import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { catalogueOf } from '#app/i18n/catalogues.server.ts'
import { WordsProvider } from '#app/i18n/words-provider.tsx'
import type { TypedValues } from '#app/kernel/action-result.ts'
import { Checkbox } from './checkbox.tsx'
import { FormContext, outsideForm } from './form-state.ts'

const ticked = (typed: TypedValues) =>
  [...renderToStaticMarkup(form(typed)).matchAll(/<input[^>]*>/g)].map(([input]) => input.includes('checked'))

const form = (typed: TypedValues) => (
  <WordsProvider locale="en" catalogue={catalogueOf('en')}>
    <FormContext.Provider value={{ ...outsideForm, typed }}>
      <Checkbox name="sectors" value="North" label="North" />
      <Checkbox name="sectors" value="South" label="South" defaultChecked />
      <Checkbox name="isCritical" label="Critical" defaultChecked />
      <Checkbox name="isIndivisible" label="Indivisible" />
    </FormContext.Provider>
  </WordsProvider>
)

test('ticks are as they were given, and after a refusal as they were sent', () => {
  expect(ticked({})).toEqual([false, true, true, false])
  expect(ticked({ name: ['x'], sectors: ['North'], isIndivisible: ['on'] })).toEqual([true, false, false, true])
  expect(ticked({ name: ['x'], sectors: ['North', 'South'] })).toEqual([true, true, false, false])
})
