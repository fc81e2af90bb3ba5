import { expect, test } from 'vitest'
import { quotedOf, saysTheSame } from '#app/editor/quoted.ts'
import { must } from '#app/kernel/must.ts'
import { nothing } from './balance.ts'
import { quotableFacts } from './quotable.ts'

const [phaseId, elementId] = ['p'.repeat(22), 'e'.repeat(22)]
const words = {
  number: (value: number) => value.toLocaleString('en'),
  measure: { required: 'Required', filled: 'Filled', firm: 'Firm', conditional: 'Conditional', gap: 'Gap' },
  whole: 'Whole force',
  names: 'Elements',
  figureOf: (what: string, measure: string, phase: string) => `${what}: ${measure}, ${phase}`,
}
const quotes = (filled: number) => ({
  phases: [{ phaseId, name: 'Phase 1', total: { ...nothing, required: 5000, filled, gap: 5000 - filled } }],
  elements: [{ elementId, serial: 6, name: 'Manoeuvre battalion 3', strengths: [{ ...nothing, required: 700 }] }],
})

test('[FS-27] every figure and name that may be quoted has a name of its own that a text may hold', () => {
  const { facts, choices } = quotableFacts(quotes(3384), words)
  expect(facts.size).toBe(choices.length)
  for (const { fact } of choices) expect(quotedOf({ fact, asOf: '2026-10-21T08:20:00.000Z' })).not.toBeNull()
  expect(facts.get(`force.name.${elementId}`)?.words).toBe('Manoeuvre battalion 3')
  expect(choices.map(({ label }) => label)).toContain('Whole force: Filled, Phase 1')
})

test('[FS-27] [EC-71] a total that a text quotes is seen to have changed', () => {
  const fact = `force.total.filled.${phaseId}`
  const now = (filled: number) => must(quotableFacts(quotes(filled), words).facts.get(fact))
  expect(saysTheSame('3,384', now(3384))).toBe(true)
  expect(saysTheSame('3,384', now(3104))).toBe(false)
})
