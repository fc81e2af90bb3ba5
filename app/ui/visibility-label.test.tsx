import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { catalogueOf } from '#app/i18n/catalogues.server.ts'
import { WordsProvider } from '#app/i18n/words-provider.tsx'
import { locales } from '#app/kernel/actor.ts'
import { type Visibility, visibilityLooks } from './visibility.ts'
import { VisibilityBand, VisibilityLabel } from './visibility-label.tsx'

const kinds: readonly Visibility[] = [
  'delegation',
  'tabled',
  'published',
  'drafting-group',
  'secretariat',
  'conference',
  'present',
  'personal',
]

const inWords = (html: string) => html.replace(/<[^>]+>/g, '').trim()

test.each(locales)('%s: every visibility is said in words with an icon, and no two alike', (locale) => {
  const render = (kind: Visibility) =>
    renderToStaticMarkup(
      <WordsProvider locale={locale} catalogue={catalogueOf(locale)}>
        <VisibilityLabel kind={kind} />
      </WordsProvider>,
    )
  const all = kinds.map(render)
  expect(all.every((html) => html.includes('<svg'))).toBe(true)
  expect(new Set(all.map(inWords)).size).toBe(kinds.length)
})

test('a band names the delegation whose eyes only it is for', () => {
  const html = renderToStaticMarkup(
    <WordsProvider locale="en" catalogue={catalogueOf('en')}>
      <VisibilityBand kind="delegation" of="Iskandra" end="8 members" />
    </WordsProvider>,
  )
  expect(inWords(html)).toBe('Delegation only — Iskandra8 members')
})

test('what is not for the whole room carries words of its own on each printed page', () => {
  const printed = kinds.filter((kind) => visibilityLooks[kind].printed)
  expect(printed).toEqual(['delegation', 'drafting-group', 'secretariat', 'personal'])
})
