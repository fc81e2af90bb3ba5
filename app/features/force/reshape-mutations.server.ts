import { DomainError, missing } from '#app/kernel/errors.ts'
import { must } from '#app/kernel/must.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import { forceOwn, mergeElements, removeElement, splitElement } from './contract.ts'
import { assertPhases, createElement, storeRequired } from './element-store.server.ts'
import { type LineWords, wordsTogether } from './line-words.ts'
import {
  acceptedOf,
  addStep,
  type LineRow,
  loadOffer,
  type OfferRow,
  offerChanged,
  offeredOf,
  offersWhere,
  touchOffer,
} from './offer-store.server.ts'
import { asGenerator } from './requirement-mutations.server.ts'
import { type ElementRow, elementsOf, phasesOf, statementChanged, toElement } from './requirement-store.server.ts'
import { type LineMapping, merge, remove, type ShapedLine, type Structure, split } from './reshaping.ts'

export const reshapeMutations: MutationHandler[] = [
  handle(splitElement, async (work, { elementId, parts, lines }) => {
    const { conferenceId } = await asGenerator(work)
    const found = await structureOf(work, conferenceId)
    const whole = elementIn(found, elementId)
    const phases = await phasesOf(work.tx, conferenceId)
    for (const part of parts) assertPhases(part.required, phases)
    const shaped = parts.map((part) => ({ ...part, elementId: work.newId() }))
    const mappings: LineMapping[] = Object.entries(lines).map(([offerId, place]) => {
      const to = shaped[place]
      if (!to) throw missing()
      return { offerId, to: to.elementId }
    })
    const after = split(found, { elementId, parts: shaped, lines: mappings })
    await retire(work, whole)
    const serials = freeSerials(found.rows, whole.serial, shaped.length)
    const common = fieldsOf(whole)
    const elementIds: string[] = []
    for (const [place, { name, sector, required, elementId: id }] of shaped.entries()) {
      const serial = serials[place] ?? whole.serial
      await createElement(work, conferenceId, { ...common, name, sector: sector ?? whole.sector, serial, required }, id)
      elementIds.push(id)
    }
    await follow(work, found, after.lines, [elementId], elementIds[0])
    work.record({ elementId, parts: elementIds })
    return { elementIds }
  }),

  handle(mergeElements, async (work, { elementIds, name }) => {
    const { conferenceId } = await asGenerator(work)
    const found = await structureOf(work, conferenceId)
    const merged = elementIds.map((elementId) => elementIn(found, elementId))
    const [first] = merged
    if (!first) throw missing()
    const into = work.newId()
    const after = merge(found, { elementIds, into })
    const shaped = after.elements.find(({ elementId }) => elementId === into)
    for (const element of merged) await retire(work, element)
    await createElement(
      work,
      conferenceId,
      {
        ...fieldsOf(first),
        name,
        sector: merged.every(({ sector }) => sector === first.sector) ? first.sector : null,
        isCritical: merged.some(({ isCritical }) => isCritical),
        maxContributors: Math.max(...merged.map(({ maxContributors }) => maxContributors)),
        required: { ...shaped?.required },
      },
      into,
    )
    await follow(work, found, after.lines, elementIds, into)
    work.record({ elementIds, into })
    return { elementId: into }
  }),

  handle(removeElement, async (work, { elementId, toElementId }) => {
    const { conferenceId } = await asGenerator(work)
    const found = await structureOf(work, conferenceId)
    const element = elementIn(found, elementId)
    const lines = found.lines.filter((line) => line.elementId === elementId)
    const mappings = toElementId ? lines.map(({ offerId }) => ({ offerId, to: toElementId })) : []
    if (toElementId) elementIn(found, toElementId)
    const after = remove(found, { elementId, heir: toElementId ?? null, lines: mappings })
    await retire(work, element)
    await follow(work, found, after.lines, [elementId], toElementId)
    work.record({ elementId, to: toElementId ?? null })
    return {}
  }),
]

interface Found extends Structure {
  readonly rows: readonly ElementRow[]
  readonly offers: readonly OfferRow[]
}

/** The requirement with all lines that were released; what is private follows by itself. */
async function structureOf({ tx }: Work, conferenceId: string): Promise<Found> {
  const rows = await elementsOf(tx, conferenceId)
  const offers = await offersWhere(tx, { conferenceId })
  const lines = offers.flatMap(({ id, lines }) =>
    lines.map((line) => ({
      offerId: id,
      elementId: line.elementId,
      offered: offeredOf(line),
      accepted: acceptedOf(line),
    })),
  )
  return { rows, offers, elements: rows.map(toElement), lines }
}

function elementIn({ rows }: Found, elementId: string): ElementRow {
  const row = rows.find(({ id }) => id === elementId)
  if (!row) throw missing()
  return row
}

function fieldsOf(row: ElementRow) {
  const { elementId: _, ...fields } = toElement(row)
  return fields
}

/** The row stays, so that texts can still name it; nothing is required of it any more. */
async function retire(work: Work, { id, conferenceId }: ElementRow): Promise<void> {
  await work.tx.forceElement.update({ where: { id }, data: { removedAt: work.now } })
  await storeRequired(work, conferenceId, id, {})
}

/** The first part keeps the number; the others take the first free ones after all. */
function freeSerials(rows: readonly ElementRow[], first: number, count: number): number[] {
  const last = Math.max(...rows.map(({ serial }) => serial))
  if (last + count > 9_999) throw new DomainError('conflict', 'force/too-many-elements', 'There are no numbers left.')
  return [first, ...Array.from({ length: count - 1 }, (_, place) => last + 1 + place)]
}

/** Writes the lines that went elsewhere, tells their readers, and lets private lines follow to the heir unseen. */
async function follow(
  work: Work,
  found: Found,
  after: readonly ShapedLine[],
  gone: readonly string[],
  heir: string | undefined,
): Promise<void> {
  const { tx, now, actor } = work
  const standing = new Set(after.map(keyOf))
  const before = new Map(found.lines.map((line) => [keyOf(line), line]))
  const touched = new Set<string>()
  for (const line of found.lines) if (!standing.has(keyOf(line))) touched.add(line.offerId)
  for (const line of after) if (before.get(keyOf(line)) !== line) touched.add(line.offerId)
  for (const offer of found.offers.filter(({ id }) => touched.has(id))) {
    const own = after.filter(({ offerId }) => offerId === offer.id)
    await storeLines(work, offer, followedLines(found, offer, own))
    await touchOffer(tx, offer.id, now)
    const stored = await loadOffer(tx, offer.id)
    await addStep(work, stored, { kind: 'RESHAPED', lines: stored.lines })
    offerChanged(work, stored)
  }
  const { role } = actingIn(actor)
  if (heir) await tx.$executeRaw`SELECT plenary_force_lines_follow(${gone}, ${heir}, ${now}, ${role})`
  // Private lines may have followed: their owners' pages are asked again, and nobody else learns whether there were any.
  work.changed(forceOwn, {})
  await statementChanged(work)
}

const keyOf = ({ offerId, elementId }: Pick<ShapedLine, 'offerId' | 'elementId'>) => `${offerId} ${elementId}`

/** An offer's lines as they stand now; what was said of lines that went goes with their people (FS-34). */
async function storeLines({ tx }: Work, offer: OfferRow, lines: readonly FollowedLine[]): Promise<void> {
  const { id: offerId, conferenceId } = offer
  await tx.forceLine.deleteMany({ where: { offerId } })
  for (const { elementId, offered, accepted, words } of lines) {
    await tx.forceLine.create({ data: { offerId, elementId, conferenceId, ...words } })
    await tx.forceFigure.createMany({
      data: Object.entries(offered).map(([phaseId, figure]) => ({
        offerId,
        elementId,
        phaseId,
        conferenceId,
        offered: figure,
        accepted: accepted[phaseId] ?? 0,
      })),
    })
  }
}

interface FollowedLine extends ShapedLine {
  readonly words: LineWords
}

/** What an offer's lines say after some of them went to others: together, in the order of the elements' numbers. */
function followedLines(
  { rows, lines: before }: Found,
  offer: OfferRow,
  after: readonly ShapedLine[],
): readonly FollowedLine[] {
  const placeOf = new Map(rows.map(({ id }, place) => [id, place]))
  const stood = offer.lines.toSorted(
    (one, other) => must(placeOf.get(one.elementId)) - must(placeOf.get(other.elementId)),
  )
  const isGone = (line: LineRow) => !after.some(({ elementId }) => elementId === line.elementId)
  return after.map((line) => {
    const isAsBefore = before.includes(line)
    const said = stood.filter((each) => each.elementId === line.elementId || (!isAsBefore && isGone(each)))
    return { ...line, words: wordsTogether(said) }
  })
}
