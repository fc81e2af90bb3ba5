import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderKeysAfter } from '#app/kernel/order-key.ts'
import { beforeInWhole, inOrder, keyAtEnd, keyBefore, mayStandUnder, neighbours } from './order.ts'

const list = (parentId: string | null, ...ids: string[]) =>
  orderKeysAfter(null, ids.length).map((orderKey, index) => ({ id: ids[index] ?? '', parentId, orderKey }))
const agenda = [...list(null, '5', '6', '7', '8'), ...list('6', '6a', '6b'), ...list('7', '7a')]
const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id).join(' ')
const moved = (items: typeof agenda, itemId: string, beforeId: string | null, parentId: string | null = null) =>
  items.map((item) =>
    item.id === itemId ? { ...item, parentId, orderKey: keyBefore(items, { itemId, parentId, beforeId }) } : item,
  )

describe('the order of items', () => {
  test('[AG-7] sub-items follow their parent', () => {
    expect(idsOf(inOrder(agenda))).toBe('5 6 6a 6b 7 7a 8')
  })

  test('[AG-7] sub-items move with their parent, and one row changes', () => {
    const after = moved(agenda, '6', null)
    expect(idsOf(inOrder(after))).toBe('5 7 7a 8 6 6a 6b')
    expect(after.filter((item, index) => item !== agenda[index])).toHaveLength(1)
  })

  test('[AG-7] a sub-item moves among its siblings', () => {
    expect(idsOf(inOrder(moved(agenda, '6b', '6a', '6')))).toBe('5 6 6b 6a 7 7a 8')
  })

  test('[AG-7] a neighbour that has gone is a conflict, not a guess', () => {
    expect(() => keyBefore(agenda, { itemId: '5', parentId: null, beforeId: '7a' })).toThrow(/has moved/)
  })

  test('[AG-7] any sequence of moves keeps every item, and each lands before the one named', () => {
    const move = fc.tuple(fc.constantFrom('5', '6', '7', '8'), fc.constantFrom('5', '6', '7', '8', null))
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        let items = agenda
        for (const [itemId, beforeId] of moves) {
          if (itemId === beforeId) continue
          items = moved(items, itemId, beforeId)
          const order = inOrder(items)
            .filter(({ parentId }) => !parentId)
            .map(({ id }) => id)
          expect(order.indexOf(itemId)).toBe(beforeId ? order.indexOf(beforeId) - 1 : order.length - 1)
        }
        expect(new Set(inOrder(items).map(({ id }) => id)).size).toBe(agenda.length)
      }),
    )
  })

  test('[AG-7] the ends know that there is no further', () => {
    expect(neighbours(inOrder(agenda), '5')).toMatchObject({ place: 1, total: 4, up: undefined, down: '7' })
    expect(neighbours(inOrder(agenda), '8')).toMatchObject({ place: 4, up: '7', down: undefined })
    expect(neighbours(inOrder(agenda), '7')).toMatchObject({ up: '6', down: null })
  })

  test('[AG-7] the end of a list without items is its beginning', () => {
    expect(keyAtEnd([], null)).toBe(list(null, 'x')[0]?.orderKey)
  })
})

test('[AG-7] a move to the end of what is shown stays there, with what is not shown after it', () => {
  const whole = inOrder(agenda)
  const part = whole.filter(({ id }) => id === '5' || id === '7')
  expect(beforeInWhole(whole, part, { itemId: '5', beforeId: null })).toBe('8')
  expect(beforeInWhole(whole, part, { itemId: '7', beforeId: '5' })).toBe('5')
  expect(beforeInWhole(whole, whole, { itemId: '5', beforeId: null })).toBeNull()
  expect(beforeInWhole(whole, [], { itemId: '5', beforeId: null })).toBe('6')
})

test('[AG-8] there are two levels: an item with sub-items is not put under another', () => {
  expect(mayStandUnder(agenda, '5', '6')).toBe(true)
  expect(mayStandUnder(agenda, '6', '5')).toBe(false)
  expect(mayStandUnder(agenda, '5', '6a')).toBe(false)
  expect(mayStandUnder(agenda, '5', '5')).toBe(false)
  expect(mayStandUnder(agenda, '6a', null)).toBe(true)
})
