import type { Caveat, Element, Offer } from '#app/features/force/contract.ts'
import { figureOf } from '#app/features/force/figures.ts'
import { isCounted } from '#app/features/force/pipeline.ts'
import { type CaveatCategory, caveatCategories } from '#app/features/force/terms.ts'

/** A national limit where it meets an element. */
export interface Binding {
  readonly caveat: Caveat
  /** It holds where the element is; otherwise only if the contingent is sent elsewhere. */
  readonly bindsHere: boolean
}

export interface MatrixCell {
  readonly bindings: readonly Binding[]
  /** Persons, accepted at the milestone, whom a prohibition that holds here keeps from it. */
  readonly prohibited: number
  /** Those for whom a capital is asked first, and nothing is prohibited. */
  readonly onAuthorisation: number
}

export interface MatrixRow {
  readonly element: Element
  readonly filled: number
  /** By category; a category without a limit is not there. */
  readonly cells: ReadonlyMap<CaveatCategory, MatrixCell>
}

/**
 * Element × kind of limit, of the caveats and offers in sight (EC-79): whose people could not be ordered to what, where
 * they stand. `at` is the phase. Lifted caveats bind nobody. Rows without a limit are left out.
 */
export function caveatMatrix(
  elements: readonly Element[],
  offers: readonly Offer[],
  caveats: readonly Caveat[],
  at: string,
): MatrixRow[] {
  const active = caveats.filter(({ status }) => status !== 'LIFTED')
  return elements.map((element) => rowOf(element, offers, active, at)).filter(({ cells }) => cells.size > 0)
}

function rowOf(element: Element, offers: readonly Offer[], caveats: readonly Caveat[], at: string): MatrixRow {
  const lines = offers.flatMap((offer) =>
    isCounted(offer.status)
      ? offer.lines
          .filter(({ elementId }) => elementId === element.elementId)
          .map(({ accepted }) => ({ offerId: offer.offerId, persons: figureOf(accepted, at) }))
      : [],
  )
  const cells = new Map<CaveatCategory, MatrixCell>()
  for (const category of caveatCategories) {
    const ofLines = lines.map(({ offerId, persons }) => {
      const own = caveats.filter((caveat) => caveat.offerId === offerId && caveat.category === category)
      return { persons, bindings: own.map((caveat) => ({ caveat, bindsHere: bindsIn(caveat, element) })) }
    })
    const bindings = ofLines.flatMap((line) => line.bindings)
    if (bindings.length === 0) continue
    const sumWhere = (isMeant: (here: readonly Caveat[]) => boolean) =>
      ofLines
        .filter((line) => isMeant(line.bindings.flatMap(({ caveat, bindsHere }) => (bindsHere ? [caveat] : []))))
        .reduce((sum, { persons }) => sum + persons, 0)
    const isProhibited = (here: readonly Caveat[]) => here.some(({ effect }) => effect === 'PROHIBITION')
    cells.set(category, {
      bindings,
      prohibited: sumWhere(isProhibited),
      onAuthorisation: sumWhere((here) => here.length > 0 && !isProhibited(here)),
    })
  }
  return { element, filled: lines.reduce((sum, { persons }) => sum + persons, 0), cells }
}

/** A limit without a place holds everywhere; an element without a sector may be sent to any. */
const bindsIn = ({ sectors }: Caveat, { sector }: Element): boolean =>
  sectors.length === 0 || sector === null || sectors.includes(sector)
