import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Strength } from '#app/features/force/balance.ts'
import { nothing } from '#app/features/force/balance.ts'
import type { Phase } from '#app/features/force/contract.ts'
import { type Effect, effectOf } from '#app/features/force/scenario.ts'
import { catalogueOf } from '#app/i18n/catalogues.server.ts'
import { WordsProvider } from '#app/i18n/words-provider.tsx'
import type { Locale } from '#app/kernel/actor.ts'
import { EffectTable } from './effect-table.tsx'
import { FiguresCell } from './figures-cell.tsx'
import { Basis, StatusTags } from './offer-words.tsx'

const read = (children: ReactNode, locale: Locale = 'en') =>
  renderToStaticMarkup(
    <WordsProvider locale={locale} catalogue={catalogueOf(locale)}>
      {children}
    </WordsProvider>,
  )
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const phase: Phase = { phaseId: 'PH1', name: 'Phase 1', ceiling: 5_000, targetDate: '2027-03-31', milestones: [] }

const at = (strength: Partial<Strength>): Strength => ({ ...nothing, required: 5_000, ...strength })
const effect = (from: Partial<Strength>, to: Partial<Strength>): Effect => {
  const balanceAt = (strength: Partial<Strength>) => ({
    phaseId: 'PH1',
    total: at(strength),
    elements: new Map(),
    capabilities: new Map([['MANOEUVRE', at(strength)]]),
    sectors: new Map(),
    states: new Map(),
  })
  return effectOf(balanceAt(from), balanceAt(to))
}
const filled = (figure: number): Partial<Strength> => ({ filled: figure, firm: figure, gap: 5_000 - figure })

test('[FS-17] the effect says from, to and of how many, and whether it is firm', () => {
  const words = read(<EffectTable effects={[effect(filled(3_200), filled(4_050))]} phases={[phase]} />)
  expect(words).toContain('Phase 1 · Manoeuvre 3,200 → 4,050 of 5,000 Firm 1,800 → 950')
  expect(read(<EffectTable effects={[effect(filled(1), filled(2))]} phases={[phase]} />, 'ar')).toContain('من 1 إلى 2')
})

test('[FS-6] what is only indicated is said to be so, and closes no gap', () => {
  const words = read(<EffectTable effects={[effect({ gap: 5_000 }, { indicated: 80, gap: 5_000 })]} phases={[phase]} />)
  expect(words).toContain('0 → 80 of 5,000 Indicated, not counted 5,000')
})

test('where no figure changes, that is said', () => {
  expect(read(<EffectTable effects={[effect(filled(7), filled(7))]} phases={[phase]} />)).toBe(
    'No figure that you can see changes.',
  )
})

test('[FS-10] a reserve is named only where there is one', () => {
  const cell = (reserve: number | null, isWaiting = false) =>
    read(<FiguresCell phase={phase} figure={{ phaseId: 'PH1', offered: 180, accepted: 140, reserve, isWaiting }} />)
  expect([cell(40), cell(0), cell(null)]).toEqual(['180 accepted 140, reserve 40', '180 accepted 140', '180'])
  expect(cell(null, true)).toBe('180 not yet accepted')
})

test('[FS-5] conditional is said beside the status; a private offer has none that others know', () => {
  const conditions = [{ conditionId: 'C', text: 'Law', status: 'OPEN' as const, due: null }]
  const tags = (status: 'PLEDGED' | 'WITHDRAWN', isReleased: boolean) =>
    read(<StatusTags offer={{ status, isReleased, conditions }} />)
  expect([tags('PLEDGED', true), tags('WITHDRAWN', true), tags('PLEDGED', false)]).toEqual([
    'Pledged Conditional',
    'Withdrawn',
    'In preparation Conditional',
  ])
  expect(read(<Basis kind="LETTER" reference="NV 12/2026" />)).toBe('Letter · NV 12/2026')
})
