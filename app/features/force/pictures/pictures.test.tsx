import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { nothing, type Strength } from '#app/features/force/balance.ts'
import { catalogueOf } from '#app/i18n/catalogues.server.ts'
import { WordsProvider } from '#app/i18n/words-provider.tsx'
import { type Locale, locales } from '#app/kernel/actor.ts'
import { BarPatterns } from './bar-patterns.tsx'
import { type CapabilityGap, gapsInOrder } from './gaps.ts'
import { GapsPicture } from './gaps-picture.tsx'
import { KindsPicture } from './kinds-picture.tsx'
import { Legend } from './legend.tsx'
import { PhaseBar, StrengthBar } from './strength-bar.tsx'
import { Timeline } from './timeline.tsx'

const shown = (children: ReactNode, locale: Locale = 'en') =>
  renderToStaticMarkup(
    <WordsProvider locale={locale} catalogue={catalogueOf(locale)}>
      {children}
    </WordsProvider>,
  )
/** What is read on the page, without its marks. */
const read = (children: ReactNode, locale?: Locale) =>
  shown(children, locale)
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
const cells = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    row.split(/<\/t[hd]>/).flatMap((cell) => (cell ? [cell.replace(/<[^>]+>/g, '').trim()] : [])),
  )

const phaseOne: Strength = {
  required: 5_000,
  filled: 3_384,
  firm: 3_134,
  conditional: 250,
  indicated: 80,
  gap: 1_616,
  surplus: 0,
}
const gapOf = (name: string, gap: number, isCritical = false): CapabilityGap => ({
  key: name,
  name,
  isCritical,
  strength: { ...nothing, required: 1_000, filled: 1_000 - gap, firm: 1_000 - gap, gap },
})
const phases = [
  { phaseId: 'PH1', name: 'Phase 1', targetDate: '2027-03-31', ceiling: 5_000 },
  { phaseId: 'PH2', name: 'Phase 2', targetDate: '2027-12-31', ceiling: 10_000 },
]
const offers = [
  { availableFrom: '2027-02-01', isConditional: false, accepted: { PH1: 300, PH2: 500 } },
  { availableFrom: null, isConditional: true, accepted: { PH1: 0, PH2: 700 } },
]
const troops = { key: 'TROOPS', name: 'Troops', contribution: phaseOne }
const funding = {
  key: 'FUNDING',
  name: 'Funding',
  counted: {
    offers: 2,
    money: [
      { amount: '12000000.00', currency: 'EUR' },
      { amount: '500000.00', currency: 'USD' },
    ],
    measures: [],
  },
  indicated: { offers: 1, money: [], measures: [{ unit: null, value: 80 }] },
  unit: 'trainees per cycle',
}
const all = (
  <>
    <BarPatterns />
    <PhaseBar name="Phase 1" targetDate="2027-03-31" strength={phaseOne} />
    <Legend />
    <Timeline offers={offers} phases={phases} />
    <GapsPicture capabilities={[gapOf('Engineers', 400)]} />
    <KindsPicture persons={[troops]} support={[funding]} />
  </>
)

test('[FS-20] a bar says all its figures in one sentence', () => {
  expect(shown(<StrengthBar strength={phaseOne} />)).toContain(
    'role="img" aria-label="3,384 of 5,000, of which 250 conditional, 80 indicated and not counted, gap 1,616"',
  )
  const over = { ...nothing, required: 700, filled: 840, firm: 840, surplus: 140 }
  expect(shown(<StrengthBar strength={over} />)).toContain('gap 0, surplus 140"')
})

test('[FS-20] a bar in Arabic and in French', () => {
  expect(shown(<StrengthBar strength={phaseOne} />, 'ar')).toContain(
    'aria-label="3,384 من 5,000، منها 250 مشروط، و80 مبدئي غير محسوب، والنقص 1,616"',
  )
  expect(read(<PhaseBar name="Phase 1" targetDate="2027-03-31" strength={phaseOne} />, 'fr')).toContain('31 mars 2027')
})

test('[FS-20] a bar reads from the right in Arabic, by its coordinates', () => {
  const firm = (locale: Locale) => shown(<StrengthBar strength={phaseOne} />, locale).match(/fp-firm" x="([^"]+)"/)?.[1]
  expect(firm('en')).toBe('0%')
  expect(firm('ar')).toBe('37.32%')
  expect(shown(all, 'ar')).not.toContain('scale(-1')
})

test('[FS-20] bars on one scale: the same persons are equally wide', () => {
  const half = { ...nothing, required: 500, filled: 500, firm: 500 }
  expect(shown(<StrengthBar strength={half} full={1_000} />)).toContain('width="50%"')
})

test('[FS-20] the shares differ by pattern, and each pattern that is used is there once', () => {
  const html = shown(all)
  const used = new Set([...html.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id))
  expect([...used].sort()).toEqual(['force-dots', 'force-hatch'])
  for (const id of used) expect(html.split(`<pattern id="${id}"`)).toHaveLength(2)
  expect(html).toMatch(/<rect class="fp-firm"(?![^>]*fill)/)
  expect(html).not.toContain('style=')
})

test('[FS-20] nobody required, nobody offered: a bar without shares that says so', () => {
  const html = shown(<PhaseBar name="Phase 3" targetDate={null} strength={nothing} />)
  expect(html).not.toContain('<rect')
  expect(html).toContain('aria-label="0 of 0, ')
  expect(html).not.toContain('met')
})

test('[FS-20] the timeline says what is available at each target date, and its table has every step', () => {
  const html = shown(<Timeline offers={offers} phases={phases} />)
  expect(html).toContain('By 31 March 2027, the target of Phase 1: 300 of a ceiling of 5,000, of which 0 conditional.')
  expect(cells(html)).toEqual([
    ['From', 'Firm', 'Conditional', 'Firm and conditional', 'Ceiling'],
    ['1 February 2027', '300', '0', '300', ''],
    ['31 March 2027', '300', '0', '300', 'Phase 1: 5,000'],
    ['31 December 2027', '500', '700', '1,200', 'Phase 2: 10,000'],
  ])
  expect(html).toContain('class="fp-line dashed"')
  expect(shown(<Timeline offers={[]} phases={[]} />)).toBe('')
})

test('[FS-20] a drawing has the sentence as its name, and a table with a caption and headers', () => {
  const html = shown(<Timeline offers={offers} phases={phases} />)
  const named = html.match(/role="img" aria-labelledby="([^"]+)"/)?.[1]
  expect(html).toContain(`<p id="${named}"`)
  expect(html).toContain('<caption')
  expect(html).toContain('<th scope="row">')
  expect(html.match(/<th(?!ead| scope)/)).toBeNull()
})

test('[FS-20] gaps: what is critical first, then the largest, then by name; what has no gap is not listed', () => {
  const rows = [gapOf('B', 100), gapOf('A', 100), gapOf('C', 400), gapOf('D', 50, true), gapOf('E', 0, true)]
  const compare = (a: string, b: string) => a.localeCompare(b)
  expect(gapsInOrder(rows, compare).map(({ name }) => name)).toEqual(['D', 'C', 'A', 'B'])
  const text = read(<GapsPicture capabilities={rows} />)
  expect(text).toContain('4 capabilities have a gap: 650 in all. First comes D, 50.')
  expect(text).toContain('D Critical')
  expect(read(<GapsPicture capabilities={[gapOf('E', 0)]} />)).toContain('No capability has a gap.')
})

test('[FS-20] persons are on one scale; money and training stand in their own units, never added up', () => {
  const html = shown(<KindsPicture persons={[troops]} support={[funding]} />)
  expect(html.match(/<rect[^>]*fp-(firm|conditional|indicated)/g)).toHaveLength(6)
  const text = read(<KindsPicture persons={[troops]} support={[funding]} />)
  expect(text).toContain('By persons: Troops 3,384.')
  expect(text.replace(/\u00a0/g, ' ')).toContain(
    '12,000,000 EUR 500,000 USD 2 offers Indicated, not counted 80 trainees per cycle 1 offer',
  )
  expect(read(<KindsPicture persons={[]} support={[]} />)).toContain('Nothing has been offered yet.')
})

test.each(locales)('[FS-20] %s: every word is there', (locale) => {
  expect(read(all, locale)).not.toMatch(/forcePictures\.|NaN|undefined|\{\w+\}/)
})
