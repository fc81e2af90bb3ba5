import { all, allowed, type Decision, notNow } from '#app/kernel/policy.ts'

export const itemSteps = ['PENDING', 'OPEN', 'SUSPENDED', 'CLOSED', 'DEFERRED', 'WITHDRAWN'] as const
export type ItemStep = (typeof itemSteps)[number]

export const itemActs = ['open', 'suspend', 'resume', 'defer', 'close', 'reopen', 'withdraw'] as const
export type ItemAct = (typeof itemActs)[number]

const transitions: Readonly<Record<ItemAct, { from: readonly ItemStep[]; to: ItemStep }>> = {
  open: { from: ['PENDING', 'DEFERRED'], to: 'OPEN' },
  suspend: { from: ['OPEN'], to: 'SUSPENDED' },
  resume: { from: ['SUSPENDED'], to: 'OPEN' },
  defer: { from: ['PENDING', 'OPEN', 'SUSPENDED'], to: 'DEFERRED' },
  close: { from: ['OPEN', 'SUSPENDED'], to: 'CLOSED' },
  reopen: { from: ['CLOSED'], to: 'OPEN' },
  withdraw: { from: ['PENDING', 'SUSPENDED', 'DEFERRED'], to: 'WITHDRAWN' },
}

export const stepAfter = (act: ItemAct): ItemStep => transitions[act].to

export interface ItemAndFamily {
  readonly number: string
  readonly step: ItemStep
  readonly parent: { readonly number: string; readonly step: ItemStep } | null
  readonly subItems: readonly { readonly number: string; readonly step: ItemStep }[]
}

/** Whether the states things are in now permit this act (AG-1, AG-2, AG-3). Who may do it is the policy's matter. */
export const permits = (act: ItemAct, item: ItemAndFamily): Decision =>
  all(leadsThere(act, item), subItemsPermit(act, item), parentPermits(act, item))

/** What could be done next, as far as the states go. */
export const actsOpenTo = (item: ItemAndFamily): ItemAct[] => itemActs.filter((act) => permits(act, item).ok)

function leadsThere(act: ItemAct, { step, number }: ItemAndFamily): Decision {
  if (transitions[act].from.includes(step)) return allowed
  const [code, sentence] = standing[step]
  return notNow(code, sentence.replace('{number}', number), { number })
}

const standing: Readonly<Record<ItemStep, readonly [code: string, sentence: string]>> = {
  PENDING: ['agenda/item-is-pending', 'Item {number} has not been taken up yet.'],
  OPEN: ['agenda/item-is-open', 'Item {number} is under discussion.'],
  SUSPENDED: ['agenda/item-is-suspended', 'Item {number} is suspended.'],
  CLOSED: ['agenda/item-is-closed', 'Item {number} is closed. It can be reopened only by decision.'],
  DEFERRED: ['agenda/item-is-deferred', 'Item {number} is deferred.'],
  WITHDRAWN: ['agenda/item-is-withdrawn', 'Item {number} was withdrawn.'],
}

const isTakenUp = ({ step }: { step: ItemStep }) => step === 'OPEN' || step === 'SUSPENDED'
const isOver = (step: ItemStep) => step === 'CLOSED' || step === 'WITHDRAWN'

function subItemsPermit(act: ItemAct, { number, subItems }: ItemAndFamily): Decision {
  const child = subItems.find(isTakenUp)
  if (!child || !(act === 'close' || act === 'withdraw' || act === 'defer')) return allowed
  return notNow(
    'agenda/sub-item-open',
    `Close ${child.number} first: item ${number} cannot end before its sub-items.`,
    {
      number,
      subItem: child.number,
    },
  )
}

function parentPermits(act: ItemAct, { number, parent }: ItemAndFamily): Decision {
  if (!parent || !isOver(parent.step) || !(act === 'open' || act === 'resume' || act === 'reopen')) return allowed
  return notNow('agenda/parent-is-over', `Item ${parent.number} is no longer open. Reopen it before ${number}.`, {
    number,
    parent: parent.number,
  })
}
