import { all, allowed, assertAllowed, type Decision, hidden, notNow } from '#app/kernel/policy.ts'
import { type Figures, figureOf, isAny, sum } from './figures.ts'

/** An element of the statement with what is required of it, as the statement states its figures. */
export interface ShapedElement {
  readonly elementId: string
  readonly required: Figures
}

/** One offer's share of an element. An offer has one line of an element at most. */
export interface ShapedLine {
  readonly offerId: string
  readonly elementId: string
  readonly offered: Figures
  readonly accepted: Figures
}

export interface Structure {
  readonly elements: readonly ShapedElement[]
  readonly lines: readonly ShapedLine[]
}

/** What of a line goes to which element. */
export interface Share {
  readonly to: string
  readonly offered: Figures
  readonly accepted: Figures
}

/** Where an offer's line goes: as a whole, or divided. */
export type LineMapping =
  | { readonly offerId: string; readonly to: string }
  | { readonly offerId: string; readonly shares: readonly Share[] }

/** One element becomes several; every line of it goes on to them. */
export interface Split {
  readonly elementId: string
  readonly parts: readonly ShapedElement[]
  readonly lines: readonly LineMapping[]
}

/** Several elements become one: a new one, or one of them. */
export interface Merge {
  readonly elementIds: readonly string[]
  readonly into: string
}

/** An element goes; its lines go on to others. A line without anybody in it may go with the element. */
export interface Removal {
  readonly elementId: string
  /** Where lines go that have no mapping, those that are not seen here among them. */
  readonly heir?: string | null
  readonly lines: readonly LineMapping[]
}

/** Whether an element may be split like this: what is required, offered and accepted is divided without a remainder (FS-14). */
export function maySplit({ elements, lines }: Structure, { elementId, parts, lines: mappings }: Split): Decision {
  const whole = elements.find((element) => element.elementId === elementId)
  if (!whole) return hidden
  const partIds = parts.map((part) => part.elementId)
  const others = elements.filter((element) => element !== whole).map((element) => element.elementId)
  return all(
    parts.length > 1 ? allowed : notNow('force/split-needs-parts', 'Name at least two parts, or leave it whole.'),
    areNew(partIds, [elementId, ...others]),
    areStrengths(parts.map(({ required }) => required)),
    isDivided(
      parts.map(({ required }) => required),
      whole.required,
      'force/parts-differ',
      ({ together, undivided, difference }) =>
        `The parts together require ${together}, the element ${undivided}: ${difference} apart. Make them equal.`,
    ),
    allFollow(
      lines.filter((line) => line.elementId === elementId),
      mappings,
      partIds,
    ),
  )
}

/** Throws what `maySplit` refuses. */
export function split(structure: Structure, wanted: Split): Structure {
  assertAllowed(maySplit(structure, wanted))
  const { elements, lines } = structure
  return {
    elements: elements.flatMap((element) => (element.elementId === wanted.elementId ? wanted.parts : [element])),
    lines: followed(lines, wanted.elementId, wanted.lines),
  }
}

/** Whether these elements may become one (FS-14). */
export function mayMerge({ elements }: Structure, { elementIds, into }: Merge): Decision {
  const known = new Set(elements.map(({ elementId }) => elementId))
  if (!elementIds.every((elementId) => known.has(elementId))) return hidden
  return all(
    elementIds.length > 1 && new Set(elementIds).size === elementIds.length
      ? allowed
      : notNow('force/merge-needs-two', 'Choose at least two elements to merge.'),
    areNew(
      [into],
      [...known].filter((elementId) => !elementIds.includes(elementId)),
    ),
  )
}

/** What is required is added up, and the lines of one offer are too. Throws what `mayMerge` refuses. */
export function merge(structure: Structure, wanted: Merge): Structure {
  assertAllowed(mayMerge(structure, wanted))
  const isMerged = ({ elementId }: { readonly elementId: string }) => wanted.elementIds.includes(elementId)
  const merged = structure.elements.filter(isMerged)
  const one = { elementId: wanted.into, required: sum(merged.map(({ required }) => required)) }
  return {
    // It stands where the first of them stood.
    elements: structure.elements.flatMap((element) =>
      element === merged[0] ? [one] : isMerged(element) ? [] : [element],
    ),
    lines: gathered(structure.lines.map((line) => (isMerged(line) ? { ...line, elementId: wanted.into } : line))),
  }
}

/** Whether an element may go: what was offered to it has another one to go to (FS-14). */
export function mayRemove(
  { elements, lines }: Structure,
  { elementId, heir = null, lines: mappings }: Removal,
): Decision {
  const others = elements.map((element) => element.elementId).filter((other) => other !== elementId)
  if (others.length === elements.length) return hidden
  const own = lines.filter((line) => line.elementId === elementId)
  return all(
    // Whether or not anything is seen to go there: what is not seen goes there, too.
    heir === null || others.includes(heir) ? allowed : goesNowhere(),
    allFollow(
      own.filter((line) => hasAnybody(line) || mappings.some(({ offerId }) => offerId === line.offerId)),
      mappings,
      others,
    ),
  )
}

/** `lowered` is what is required no longer; offers keep every figure. Throws what `mayRemove` refuses. */
export function remove(structure: Structure, wanted: Removal): Structure & { readonly lowered: Figures } {
  assertAllowed(mayRemove(structure, wanted))
  const isGone = ({ elementId }: { readonly elementId: string }) => elementId === wanted.elementId
  return {
    elements: structure.elements.filter((element) => !isGone(element)),
    lines: followed(structure.lines, wanted.elementId, wanted.lines),
    lowered: sum(structure.elements.filter(isGone).map(({ required }) => required)),
  }
}

/** What is required, offered and accepted of all elements together, by phase: the same before and after (FS-14, EC-76). */
export const totalsOf = ({ elements, lines }: Structure) => ({
  required: sum(elements.map(({ required }) => required)),
  offered: sum(lines.map(({ offered }) => offered)),
  accepted: sum(lines.map(({ accepted }) => accepted)),
})

const hasAnybody = ({ offered, accepted }: ShapedLine): boolean => isAny(offered) || isAny(accepted)

const areNew = (elementIds: readonly string[], others: readonly string[]): Decision =>
  new Set([...elementIds, ...others]).size === elementIds.length + others.length
    ? allowed
    : notNow('force/element-exists', 'There is another element in this place already. Look at it again, then go on.')

function allFollow(
  lines: readonly ShapedLine[],
  mappings: readonly LineMapping[],
  targets: readonly string[],
): Decision {
  return all(
    ...lines.map((line) => {
      const mapping = mappings.find(({ offerId }) => offerId === line.offerId)
      return mapping
        ? mayFollow(line, mapping, targets)
        : notNow('force/offer-without-element', 'Say for each offer to this element which one it goes on to.', {
            offerId: line.offerId,
          })
    }),
  )
}

function mayFollow(line: ShapedLine, mapping: LineMapping, targets: readonly string[]): Decision {
  const shares = 'to' in mapping ? [{ ...line, to: mapping.to }] : mapping.shares
  const { offerId } = line
  if (!shares.every(({ to }) => targets.includes(to))) return goesNowhere({ offerId })
  return all(
    areStrengths(shares.flatMap(({ offered, accepted }) => [offered, accepted])),
    isDivided(
      shares.map(({ offered }) => offered),
      line.offered,
      'force/shares-of-offer-differ',
      ({ together, undivided, difference }) =>
        `The shares of this offer add up to ${together}, it brings ${undivided}: ${difference} apart. Make them equal.`,
    ),
    isDivided(
      shares.map(({ accepted }) => accepted),
      line.accepted,
      'force/shares-of-acceptance-differ',
      ({ together, undivided, difference }) =>
        `The shares of what is accepted add up to ${together} of ${undivided}: ${difference} apart. Make them equal.`,
    ),
    ...shares.map(isAcceptedWithin),
  )
}

const goesNowhere = (params?: { readonly offerId: string }): Decision =>
  notNow('force/goes-nowhere', 'An offer would go to an element that is not there. Choose another one.', params)

function isAcceptedWithin({ offered, accepted }: Share): Decision {
  const beyond = Object.keys(accepted).find((phaseId) => figureOf(accepted, phaseId) > figureOf(offered, phaseId))
  return beyond === undefined
    ? allowed
    : notNow('force/share-beyond-offer', 'More would be accepted of a share than it offers. Divide them alike.', {
        offered: figureOf(offered, beyond),
        accepted: figureOf(accepted, beyond),
      })
}

const areStrengths = (all: readonly Figures[]): Decision =>
  all.flatMap((figures) => Object.values(figures)).every((figure) => Number.isSafeInteger(figure) && figure >= 0)
    ? allowed
    : notNow('force/not-a-strength', 'Strengths are whole numbers of persons, 0 or more.')

interface Remainder {
  readonly together: number
  readonly undivided: number
  readonly difference: number
}

/** Whether the parts are the whole, phase by phase. */
function isDivided(
  parts: readonly Figures[],
  whole: Figures,
  code: string,
  sentence: (remainder: Remainder) => string,
): Decision {
  const added = sum(parts)
  const phaseIds = Object.keys(sum([added, whole]))
  const phaseId = phaseIds.find((each) => figureOf(added, each) !== figureOf(whole, each))
  if (phaseId === undefined) return allowed
  const [together, undivided] = [figureOf(added, phaseId), figureOf(whole, phaseId)]
  const remainder = { together, undivided, difference: Math.abs(together - undivided) }
  return notNow(code, sentence(remainder), { phaseId, ...remainder })
}

function followed(lines: readonly ShapedLine[], from: string, mappings: readonly LineMapping[]): readonly ShapedLine[] {
  return gathered(
    lines.flatMap((line) => {
      if (line.elementId !== from) return [line]
      const mapping = mappings.find(({ offerId }) => offerId === line.offerId)
      if (!mapping) return []
      if ('to' in mapping) return [{ ...line, elementId: mapping.to }]
      return mapping.shares.map(({ to, offered, accepted }) => ({
        offerId: line.offerId,
        elementId: to,
        offered,
        accepted,
      }))
    }),
  )
}

/** What an offer brings to one element in several lines, as one. */
function gathered(lines: readonly ShapedLine[]): readonly ShapedLine[] {
  const byPlace = new Map<string, ShapedLine>()
  for (const line of lines) {
    const place = JSON.stringify([line.offerId, line.elementId])
    const there = byPlace.get(place)
    byPlace.set(
      place,
      there
        ? {
            ...there,
            offered: sum([there.offered, line.offered]),
            accepted: sum([there.accepted, line.accepted]),
          }
        : line,
    )
  }
  return [...byPlace.values()]
}
