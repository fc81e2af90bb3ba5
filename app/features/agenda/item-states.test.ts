import { describe, expect, test } from 'vitest'
import {
  actsOpenTo,
  type ItemAct,
  type ItemAndFamily,
  type ItemStep,
  itemActs,
  permits,
  stepAfter,
} from './item-states.ts'

const anItem = (step: ItemStep, more: Partial<ItemAndFamily> = {}): ItemAndFamily => ({
  number: '6',
  step,
  parent: null,
  subItems: [],
  ...more,
})
const stepsOf = (step: ItemStep, ...acts: ItemAct[]) =>
  acts.reduce<ItemStep>((now, act) => {
    expect(permits(act, anItem(now))).toEqual({ ok: true })
    return stepAfter(act)
  }, step)

describe('the steps of an item', () => {
  test('[AG-1] an item is taken up, suspended, resumed and closed', () => {
    expect(stepsOf('PENDING', 'open', 'suspend', 'resume', 'close')).toBe('CLOSED')
  })

  test('[AG-1] a suspended item can be closed, and a deferred one taken up later', () => {
    expect(stepsOf('PENDING', 'open', 'suspend', 'close')).toBe('CLOSED')
    expect(stepsOf('PENDING', 'defer', 'open')).toBe('OPEN')
  })

  test('[AG-1] a closed item can only be reopened, and a withdrawn one stays withdrawn', () => {
    expect(actsOpenTo(anItem('CLOSED'))).toEqual(['reopen'])
    expect(actsOpenTo(anItem('WITHDRAWN'))).toEqual([])
  })

  test('[AG-1] an item under discussion is not withdrawn before it is suspended', () => {
    expect(permits('withdraw', anItem('OPEN'))).toMatchObject({ ok: false, code: 'agenda/item-is-open' })
  })

  test.each(itemActs)('[AG-1] what refuses to %s an item twice says how the item stands', (act) => {
    const refusal = permits(act, anItem(stepAfter(act)))
    expect(refusal).toMatchObject({ ok: false, kind: 'conflict', params: { number: '6' } })
  })
})

describe('an item and its sub-items', () => {
  const parent = { number: '6', step: 'OPEN' } as const

  test.each(['OPEN', 'SUSPENDED'] as const)('[AG-2] [EC-31] an item cannot close while a sub-item is %s', (step) => {
    const item = anItem('OPEN', {
      subItems: [
        { number: '6(a)', step: 'CLOSED' },
        { number: '6(b)', step },
      ],
    })
    expect(permits('close', item)).toMatchObject({ code: 'agenda/sub-item-open', params: { subItem: '6(b)' } })
    expect(permits('defer', item)).toMatchObject({ code: 'agenda/sub-item-open' })
  })

  test('[AG-2] [EC-31] a sub-item may close while its parent is open', () => {
    expect(permits('close', anItem('OPEN', { number: '6(a)', parent }))).toEqual({ ok: true })
  })

  test('[AG-2] an item whose sub-items are closed, deferred or not taken up can close', () => {
    const steps = ['CLOSED', 'DEFERRED', 'WITHDRAWN', 'PENDING'] as const
    const subItems = steps.map((step, index) => ({ number: `6(${index})`, step }))
    expect(permits('close', anItem('OPEN', { subItems }))).toEqual({ ok: true })
  })

  test.each(['CLOSED', 'WITHDRAWN'] as const)('[AG-3] nothing opens under a parent that is %s', (step) => {
    const over = { number: '6', step }
    expect(permits('open', anItem('PENDING', { parent: over }))).toMatchObject({ code: 'agenda/parent-is-over' })
    expect(permits('resume', anItem('SUSPENDED', { parent: over }))).toMatchObject({ code: 'agenda/parent-is-over' })
    expect(permits('reopen', anItem('CLOSED', { parent: over }))).toMatchObject({ code: 'agenda/parent-is-over' })
  })
})
