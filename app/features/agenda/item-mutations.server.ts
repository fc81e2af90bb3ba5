import { delegationById, storedNames } from '#app/features/conference/api.server.ts'
import type { ParsedInputOf } from '#app/kernel/contract.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { allowed } from '#app/kernel/policy.ts'
import { actingIn, handle, type MutationHandler, type Work } from '#app/kernel/work.server.ts'
import type { AgendaItem, Body } from '#prisma/client.ts'
import { type AgendaChange, addsOnlyLanguages, mayChange } from './adoption.ts'
import {
  addSubItem,
  allotMinutes,
  createItem,
  referItem,
  renameItem,
  renumberItem,
  setObserverAccess,
} from './contract.ts'
import { bodyInHand, itemInHand, unchangedSince } from './in-hand.server.ts'
import { lockAgenda } from './lock.server.ts'
import { suggestNumber } from './numbering.ts'
import { keyAtEnd, mayStandUnder } from './order.ts'
import { mayRunDesk } from './policy.ts'
import { addRecordLine } from './record.server.ts'
import { agendaStep } from './rows.server.ts'
import { stated } from './step-mutations.server.ts'
import { tellAll, tellItems } from './told.server.ts'

export const itemMutations: MutationHandler[] = [
  handle(createItem, async (work, input) => {
    const body = await bodyInHand(work.tx, actingIn(work.actor).conferenceId, input.bodyId)
    return place(work, { ...input, body, parentId: null })
  }),
  handle(addSubItem, async (work, { parentId, bodyId, ...input }) => {
    const { item: parent, body } = await itemInHand(work, parentId)
    const own = bodyId ? await bodyInHand(work.tx, parent.conferenceId, bodyId) : body
    return place(work, { ...input, body: own, parentId: parent.id })
  }),
  handle(renameItem, async (work, { itemId, version, names, basis }) => {
    const item = await itemToChange(work, { itemId, version, change: 'rename', basis, names })
    await save(work, item, { names })
    tellAll(work)
    return { version: item.version + 1 }
  }),
  handle(renumberItem, async (work, { itemId, version, number, basis }) => {
    const item = await itemToChange(work, { itemId, version, change: 'renumber', basis })
    await assertNumberFree(work, item.conferenceId, number, item.id)
    await save(work, item, { number })
    tellAll(work)
    return { version: item.version + 1 }
  }),
  handle(referItem, async (work, { itemId, version, bodyId, basis }) => {
    const item = await itemToChange(work, { itemId, version, change: 'refer', basis })
    const body = await bodyInHand(work.tx, item.conferenceId, bodyId)
    await save(work, item, { bodyId: body.id })
    tellAll(work)
    return { version: item.version + 1 }
  }),
  handle(allotMinutes, async (work, { itemId, version, allottedMinutes }) => {
    const item = await itemToChange(work, { itemId, version })
    await save(work, item, { allottedMinutes: allottedMinutes ?? null })
    work.record({ allottedMinutes: allottedMinutes ?? null })
    tellItems(work, [item.id])
    return { version: item.version + 1 }
  }),
  handle(setObserverAccess, async (work, { itemId, version, isOpenToObservers }) => {
    const item = await itemToChange(work, { itemId, version })
    await save(work, item, { isOpenToObservers })
    work.record({ isOpenToObservers })
    // Neighbours on the observers' pages change too.
    tellAll(work)
    return { version: item.version + 1 }
  }),
]

type NewItem = Omit<ParsedInputOf<typeof createItem>, 'bodyId'> & { body: Body; parentId: string | null }

async function place(work: Work, { body, parentId, names, basis, ...input }: NewItem) {
  const acting = actingIn(work.actor)
  const { conferenceId } = acting
  const agenda = await lockAgenda(work.tx, conferenceId)
  work.allow(mayRunDesk(acting, body))
  work.allow(mayChange({ step: agendaStep(agenda) }, basis))
  const items = await work.tx.agendaItem.findMany({ where: { conferenceId } })
  const itemId = work.newId<'agendaItem'>()
  if (!mayStandUnder(items, itemId, parentId)) throw twoLevels()
  const number = input.number ?? suggestNumber(items, parentId)
  await assertNumberFree(work, conferenceId, number, itemId)
  if (input.proposerId) await delegationById(work.tx, conferenceId, input.proposerId)
  await work.tx.agendaItem.create({
    data: {
      id: itemId,
      conferenceId,
      parentId,
      bodyId: body.id,
      number,
      names,
      kind: input.kind,
      outcome: input.outcome ?? null,
      allottedMinutes: input.allottedMinutes ?? null,
      isOpenToObservers: input.isOpenToObservers ?? false,
      proposerId: input.proposerId ?? null,
      orderKey: keyAtEnd(items, parentId),
      createdAt: work.now,
    },
  })
  await addRecordLine(work, {
    kind: 'agenda-changed',
    itemId,
    bodyId: body.id,
    detail: stated({ change: 'add' satisfies AgendaChange, number, basis }),
  })
  work.record({ itemId, number })
  tellAll(work)
  return { itemId, number }
}

interface Changing {
  readonly itemId: string
  readonly version: number | undefined
  /** A change that an adopted agenda lets happen only on a decision. */
  readonly change?: AgendaChange
  readonly basis?: string | null
  readonly names?: Readonly<Record<string, string>>
}

/** Locks the agenda, asks whether this change may be made, and answers the item as it was. */
async function itemToChange(work: Work, { itemId, version, change, basis, names }: Changing): Promise<AgendaItem> {
  const acting = actingIn(work.actor)
  const agenda = await lockAgenda(work.tx, acting.conferenceId)
  const { item, body } = await itemInHand(work, itemId)
  work.allow(mayRunDesk(acting, body))
  work.allow(await unchangedSince(work, item, version))
  const isHarmless = !change || (names && addsOnlyLanguages(storedNames(item.names), names))
  work.allow(isHarmless ? allowed : mayChange({ step: agendaStep(agenda) }, basis ?? null))
  if (change && !isHarmless) {
    const detail = stated({ change, number: item.number, basis })
    await addRecordLine(work, { kind: 'agenda-changed', itemId, bodyId: item.bodyId, detail })
  }
  return item
}

const save = (work: Work, { id }: AgendaItem, data: Partial<Pick<AgendaItem, Editable>> & { names?: NewNames }) =>
  work.tx.agendaItem.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
type Editable = 'number' | 'bodyId' | 'allottedMinutes' | 'isOpenToObservers'
type NewNames = Record<string, string>

/** Withdrawn items keep their number without holding it; the database's index says the same. */
async function assertNumberFree({ tx }: Work, conferenceId: string, number: string, ownId: string): Promise<void> {
  const step = { not: 'WITHDRAWN' }
  const holder = await tx.agendaItem.findFirst({ where: { conferenceId, number, step, id: { not: ownId } } })
  if (!holder) return
  const sentence = `Another item has the number ${number}. Choose a number that is free.`
  const field = { path: 'number', code: 'agenda/number-taken', sentence, params: { number } }
  throw new DomainError('invalid', 'invalid', 'Some entries need attention.', { fields: [field] })
}

export const twoLevels = () =>
  new DomainError('conflict', 'agenda/two-levels', 'An agenda has items and sub-items, no third level.')
