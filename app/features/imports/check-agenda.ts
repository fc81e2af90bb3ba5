import { sideOfRole } from '#app/kernel/actor.ts'
import { plainWord } from '#app/kernel/folded.ts'
import type { FileBody, FileItem } from './conference-file.ts'
import type { Known } from './known.ts'
import { type Entry, type Problem, problem, type Reading } from './parts.ts'
import { plainNumber } from './plain-number.ts'

/** Rooms and bodies: one plenary, no circles among parents, officers from the secretariat. */
export function bodyProblems({ parts, unread }: Reading, known: Known): Problem[] {
  const { rooms, bodies } = parts
  const roomRefs = new Set([...rooms.map(({ value }) => value.ref), ...known.rooms.map(({ id }) => id)])
  const refs = new Set([...bodies.map(({ value }) => value.ref), ...known.bodies.map(({ id }) => id)])
  const officers = new Set(
    parts.participants.filter(({ value }) => sideOfRole(value.role) === 'secretariat').map(({ value }) => value.email),
  )
  for (const { email, delegation } of known.members) if (delegation === null) officers.add(email)
  const plenaries = bodies.filter(({ value }) => value.kind === 'PLENARY')
  const second = known.bodies.some(({ kind }) => kind === 'PLENARY') ? plenaries : plenaries.slice(1)
  const isThere = (set: ReadonlySet<string>, ref: string) => set.has(ref) || unread.has(ref.toLowerCase())

  return [
    ...twice(rooms, 'ref', ({ ref }) => ref),
    ...twice(
      rooms,
      'name',
      ({ name }) => plainWord(name),
      known.rooms.map(({ name }) => plainWord(name)),
    ),
    ...twice(bodies, 'ref', ({ ref }) => ref),
    ...twice(
      bodies,
      'symbol',
      ({ symbol }) => symbol,
      known.bodies.map(({ symbol }) => symbol),
    ),
    ...second.map(({ at }) => problem(at, 'kind', 'agenda/one-plenary', 'The conference has its plenary already.')),
    ...bodies.flatMap(({ value, at }) => [
      ...(value.parent && !isThere(refs, value.parent) ? [unknownBody(at, 'parent', value.parent)] : []),
      ...(value.room && !isThere(roomRefs, value.room) ? [unknownRoom(at, value.room)] : []),
      ...(['chair', 'coChair', 'rapporteur'] as const).flatMap((office) => {
        const email = value[office]
        return email && !isThere(officers, email) ? [unknownOfficer(at, office, email)] : []
      }),
    ]),
    ...circles(bodies),
  ]
}

/** Items: numbers once, two levels, no circles, bodies and proposers that exist. */
export function itemProblems({ parts, unread }: Reading, known: Known): Problem[] {
  const { items } = parts
  const refs = new Map(items.map(({ value }) => [value.ref, value]))
  const knownItems = new Map(known.items.map((item) => [item.id, item]))
  const bodies = new Set([...parts.bodies.map(({ value }) => value.ref), ...known.bodies.map(({ id }) => id)])
  const codes = new Set([
    ...parts.delegations.map(({ value }) => value.code),
    ...known.delegations.map(({ code }) => code),
  ])
  const [first] = items
  if (known.isAgendaAdopted && first) return [adopted(first.at)]
  return [
    ...twice(items, 'ref', ({ ref }) => ref),
    ...twice(
      items,
      'number',
      ({ number }) => plainNumber(number),
      known.items.map(({ number }) => plainNumber(number)),
    ),
    ...items.flatMap(({ value: { parent, body, proposer }, at }) => [
      ...(parent && !refs.has(parent) && !knownItems.has(parent) && !unread.has(parent.toLowerCase())
        ? [
            problem(at, 'parent', 'imports/unknown-parent', `There is no item ${parent} for it to stand under.`, {
              parent,
            }),
          ]
        : []),
      ...(parent && (refs.get(parent)?.parent || knownItems.get(parent)?.parentId) ? [thirdLevel(at)] : []),
      ...(bodies.has(body) || unread.has(body.toLowerCase()) ? [] : [unknownBody(at, 'body', body)]),
      ...(proposer && !codes.has(proposer) && !unread.has(proposer.toLowerCase())
        ? [
            problem(at, 'proposer', 'imports/unknown-delegation', `There is no delegation with the code ${proposer}.`, {
              code: proposer,
            }),
          ]
        : []),
    ]),
    ...circles(items),
  ]
}

/** What is given to the second of two, or to one that the conference has. */
function twice<T>(
  entries: readonly Entry<T>[],
  field: string,
  keyOf: (value: T) => string | null,
  taken: readonly string[] = [],
): Problem[] {
  const seen = new Set(taken)
  return entries.flatMap(({ value, at }) => {
    const key = keyOf(value)
    if (key === null || key === '') return []
    const isTaken = seen.has(key)
    seen.add(key)
    return isTaken ? [problem(at, field, 'imports/given-twice', 'This is given to another one already.')] : []
  })
}

/** Entries that stand under themselves, by whatever way round. Of a circle of two levels the first is named. */
function circles(entries: readonly Entry<FileItem | FileBody>[]): Problem[] {
  const parents = new Map(entries.map(({ value }) => [value.ref, value.parent]))
  return entries.flatMap(({ value, at }) => {
    let above = value.parent
    for (let steps = 0; above && steps <= entries.length; steps++) {
      if (above === value.ref)
        return [
          problem(at, 'parent', 'imports/circle', 'It would stand under itself. Look at the lines it stands under.'),
        ]
      above = parents.get(above) ?? null
    }
    return []
  })
}

type At = Entry<unknown>['at']
const unknownBody = (at: At, field: string, name: string) =>
  problem(at, field, 'imports/unknown-body', `There is no body called ${name}.`, { name })
const unknownRoom = (at: At, name: string) =>
  problem(at, 'room', 'imports/unknown-room', `There is no room called ${name}.`, { name })
const unknownOfficer = (at: At, field: string, email: string) =>
  problem(at, field, 'imports/unknown-officer', `Nobody in the secretariat has the address ${email}.`, { email })
const thirdLevel = (at: At) =>
  problem(at, 'parent', 'imports/third-level', 'There are items and sub-items, no third level.')
const adopted = (at: At) =>
  problem(
    at,
    'number',
    'imports/agenda-adopted',
    'The agenda of this conference is adopted. Add items at the desk, with the decision of the body.',
  )
