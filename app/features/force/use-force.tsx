import { useMemo } from 'react'
import { useActing } from '#app/features/agenda/use-acting.tsx'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Names } from '#app/kernel/text.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PhaseBalance } from './balance.ts'
import { asOf, type BoardFacts, balanceOf, offersInSight, releasedFacts } from './board.ts'
import type { Element, ForceBoard, ForceFacts, forceBoard, forceOwn, Offer } from './contract.ts'

export interface ForceInSight {
  readonly board: ForceFacts
  /** Every offer in sight by its title, also those that the own delegation only prepares. */
  readonly offers: readonly Offer[]
  /** The own delegation's, released or not. */
  readonly mine: readonly Offer[]
  /** What others may see, too: the facts of the released offers, every figure as it stands at the milestones. */
  readonly released: BoardFacts
  /** Of the released offers, phase by phase. */
  readonly balances: readonly PhaseBalance[]
  /** When what this reader sees changed last. */
  readonly asOf: string
  element(elementId: string): Element | undefined
  offer(offerId: string): Offer | undefined
  /** A delegation's code, and its name in the reader's language. */
  delegation(delegationId: string): { readonly code: string; readonly name: string }
}

export interface LoadedForce {
  readonly board: ForceFacts
  readonly own: { readonly offers: Offer[] }
}

/** The force as this reader sees it, live. Every total on a page is derived from it (FS-21). */
export function useForce({ board: firstBoard, own: firstOwn }: LoadedForce): ForceInSight {
  const live: ForceBoard = useLive<typeof forceBoard>('force.board', {}, firstBoard)
  const own = useLive<typeof forceOwn>('force.own', {}, firstOwn)
  const board = live.view === 'FACTS' ? live : firstBoard
  const { locale, format } = useWords()
  const delegationId = useActing()?.delegationId ?? null
  return useMemo(() => {
    const offers = format.sorted(offersInSight(board, own), ({ title }) => title)
    return inSight(board, offers, delegationId, (names) => nameIn(names, locale))
  }, [board, own, delegationId, locale, format])
}

function inSight(
  board: ForceFacts,
  offers: readonly Offer[],
  delegationId: string | null,
  nameOf: (names: Names) => string,
): ForceInSight {
  const { elements, statement } = board
  const released = releasedFacts(board, offers)
  const byId = <Item,>(items: readonly Item[], idOf: (item: Item) => string) =>
    new Map(items.map((item) => [idOf(item), item]))
  const elementsById = byId(elements, (element) => element.elementId)
  const offersById = byId(offers, (offer) => offer.offerId)
  const delegations = byId(board.delegations, (delegation) => delegation.delegationId)
  return {
    board,
    offers,
    mine: offers.filter((offer) => offer.delegationId === delegationId),
    released,
    balances: balanceOf(released),
    asOf: asOf(statement?.changedAt ?? '', released.offers),
    element: (elementId) => elementsById.get(elementId),
    offer: (offerId) => offersById.get(offerId),
    delegation(id) {
      const found = delegations.get(id)
      return { code: found?.code ?? '', name: found ? nameOf(found.names) : '' }
    },
  }
}
