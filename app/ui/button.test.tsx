import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { catalogueOf } from '#app/i18n/catalogues.server.ts'
import { WordsProvider } from '#app/i18n/words-provider.tsx'
import { denied, hidden } from '#app/kernel/policy.ts'
import { Button, type ButtonProps } from './button.tsx'

const shown = (props: ButtonProps) =>
  renderToStaticMarkup(
    <WordsProvider locale="en" catalogue={catalogueOf('en')}>
      <Button {...props}>Table</Button>
    </WordsProvider>,
  )

test('a button that may not be used now stays, can be focused, and says why', () => {
  const html = shown({ type: 'submit', decision: denied('x/head', 'Only the head of delegation can table.') })
  expect(html).toContain('aria-disabled="true"')
  expect(html).not.toContain(' disabled')
  expect(html).toContain('Only the head of delegation can table.')
  expect(html).toMatch(/aria-describedby="([^"]+)".*id="\1"/)
})

test('it sends nothing without JavaScript either', () => {
  expect(shown({ type: 'submit', unavailable: 'Not now.' })).toContain('type="button"')
  expect(shown({ type: 'submit' })).toContain('type="submit"')
})

test('a control whose very question may not be answered is not there', () => {
  expect(shown({ decision: hidden })).toBe('')
})
