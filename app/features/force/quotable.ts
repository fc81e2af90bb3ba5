import type { FactChoice, FactNow } from '#app/editor/quoted.ts'
import type { ForceQuotes } from './contract.ts'

const measures = ['required', 'filled', 'firm', 'conditional', 'gap'] as const
type Measure = (typeof measures)[number]

export interface QuotableWords {
  number(value: number): string
  readonly measure: Readonly<Record<Measure, string>>
  readonly whole: string
  readonly names: string
  figureOf(what: string, measure: string, phase: string): string
}

/** Facts by name, as a text may quote them (FS-27): `force.total.filled.<phase>`, `force.name.<element>`. */
export function quotableFacts(
  { phases, elements }: ForceQuotes,
  words: QuotableWords,
): { facts: ReadonlyMap<string, FactNow>; choices: FactChoice[] } {
  const facts = new Map<string, FactNow>()
  const choices: FactChoice[] = []
  const add = (fact: string, now: FactNow, group: string, label: string) => {
    facts.set(fact, now)
    choices.push({ fact, group, label })
  }
  const figure = (value: number): FactNow => ({ words: words.number(value), figure: value })
  for (const { phaseId, name, total } of phases)
    for (const measure of measures) {
      const label = words.figureOf(words.whole, words.measure[measure], name)
      add(`force.total.${measure}.${phaseId}`, figure(total[measure]), words.whole, label)
    }
  for (const { elementId, serial, name, strengths } of elements) {
    const what = `${serial} ${name}`
    for (const [place, strength] of strengths.entries())
      for (const measure of measures) {
        const phase = phases[place]
        if (!phase) continue
        const label = words.figureOf(name, words.measure[measure], phase.name)
        add(`force.element.${measure}.${elementId}.${phase.phaseId}`, figure(strength[measure]), what, label)
      }
  }
  for (const { elementId, name } of elements)
    add(`force.name.${elementId}`, { words: name, figure: null }, words.names, name)
  return { facts, choices }
}
