import { canonicalJson } from '#app/kernel/canonical-json.ts'
import type { Element, IssuedContent, Phase } from './contract.ts'
import { figureOf } from './figures.ts'
import { type ElementField, elementFields } from './terms.ts'

export interface FigureChange {
  readonly phase: string
  readonly before: number
  readonly after: number
}

export interface ElementChange {
  readonly element: Element
  readonly fields: readonly ElementField[]
  readonly figures: readonly FigureChange[]
}

/** What one version says otherwise than the one before it. */
export interface IssueChanges {
  readonly isRetitled: boolean
  readonly areFiguresOtherwise: boolean
  /** Names of phases that are new, gone, or have another ceiling or date. */
  readonly phases: readonly string[]
  readonly added: readonly Element[]
  readonly removed: readonly Element[]
  readonly changed: readonly ElementChange[]
}

export function issueChanges(before: IssuedContent, after: IssuedContent): IssueChanges {
  const earlier = new Map(before.elements.map((element) => [element.elementId, element]))
  const later = new Set(after.elements.map(({ elementId }) => elementId))
  const changed = after.elements.flatMap((element) => {
    const was = earlier.get(element.elementId)
    const change = was && changeOf(was, element, after.phases)
    return change && change.fields.length + change.figures.length > 0 ? [change] : []
  })
  return {
    isRetitled: before.title !== after.title,
    areFiguresOtherwise: before.figures !== after.figures,
    phases: phasesOtherwise(before.phases, after.phases),
    added: after.elements.filter(({ elementId }) => !earlier.has(elementId)),
    removed: before.elements.filter(({ elementId }) => !later.has(elementId)),
    changed,
  }
}

export const isAnyChange = ({ isRetitled, areFiguresOtherwise, phases, added, removed, changed }: IssueChanges) =>
  isRetitled || areFiguresOtherwise || phases.length + added.length + removed.length + changed.length > 0

/** What is different of an element: of its fields, and of its figures phase by phase. */
export function changeOf<Changed extends Omit<Element, 'elementId'>>(
  was: Omit<Element, 'elementId'>,
  element: Changed,
  phases: readonly Pick<Phase, 'phaseId' | 'name'>[],
): Omit<ElementChange, 'element'> & { readonly element: Changed } {
  const figures = phases
    .map(({ phaseId, name }) => ({
      phase: name,
      before: figureOf(was.required, phaseId),
      after: figureOf(element.required, phaseId),
    }))
    .filter(({ before, after }) => before !== after)
  return { element, fields: elementFields.filter((field) => was[field] !== element[field]), figures }
}

function phasesOtherwise(before: readonly Phase[], after: readonly Phase[]): string[] {
  const earlier = new Map(before.map((phase) => [phase.phaseId, phase]))
  const later = new Set(after.map(({ phaseId }) => phaseId))
  return [
    ...after.filter((phase) => !isSame(earlier.get(phase.phaseId), phase)),
    ...before.filter(({ phaseId }) => !later.has(phaseId)),
  ].map(({ name }) => name)
}

const isSame = (one: Phase | undefined, other: Phase) =>
  one !== undefined && canonicalJson({ ...one }) === canonicalJson({ ...other })
