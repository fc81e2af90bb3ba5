import {
  changeOffer,
  discardOffer,
  dropCondition,
  dropLine,
  lookAtLink,
  moveCaveat,
  prepareOffer,
  setCaveat,
  setCondition,
  setLine,
  settleCondition,
} from '#app/features/force/contract.ts'
import type { WholeServer } from '#tests/support/whole-server.ts'
import type { PrivateWork } from './private-work.ts'
import { type ForceStage, nothingSaid } from './stage-force.ts'

export interface PrivateForce {
  readonly force: ForceStage
  /** What A would bring something to. */
  readonly elementId: string
  /** The text on which a condition hangs. */
  readonly linkSymbol: string
  readonly word: PrivateWork['word']
  readonly offers: number
}

/**
 * Iskandra prepares offers and shows them to nobody: figures, conditions and limits are written, changed, met, lifted and
 * thrown away, and a limit that it keeps is added to an offer that everybody sees.
 */
export async function offerInPrivate(
  server: WholeServer,
  { force, elementId, linkSymbol, word, offers }: PrivateForce,
): Promise<void> {
  const [drafter, head] = [await server.as('IKD.drafter'), await server.as('IKD.head')]
  const none = { due: null, linkSymbol: null, linkBlockId: null, linkOfferId: null }
  const limit = { category: 'TASK', effect: 'PROHIBITION', startsOn: null, endsOn: null } as const
  for (let count = 0; count < offers; count++) {
    const { offerId } = await drafter.mutate(prepareOffer, { kind: 'TROOPS', title: word('title of an offer') })
    for (const figure of [100, 80]) {
      const offered = { [force.one]: figure, [force.two]: figure + count }
      const said = { unit: word('unit of an offer'), isLead: true, note: word('note of a line') }
      await drafter.mutate(setLine, { offerId, elementId, ...said, offered })
    }
    const title = word('other title of an offer')
    const attachedToId = force.offers.money
    await drafter.mutate(changeOffer, { offerId, title, ...nothingSaid, note: word('note of an offer'), attachedToId })
    const text = word('condition of an offer')
    const onText = { ...none, linkSymbol, linkBlockId: 'said00000001' }
    const { conditionId } = await drafter.mutate(setCondition, { offerId, text, ...onText })
    await drafter.mutate(lookAtLink, { conditionId })
    await drafter.mutate(settleCondition, { conditionId, status: 'MET', note: word('note of a condition') })
    const onOffer = { ...none, linkOfferId: force.offers.money }
    const other = await drafter.mutate(setCondition, { offerId, text: word('condition on an offer'), ...onOffer })
    if (count % 2 === 0) await drafter.mutate(dropCondition, { conditionId: other.conditionId })
    const shown = { audience: 'NAMED', recipientIds: [server.delegation('ESM')] } as const
    const limits = { ...limit, sectors: [word('sector of a limit')] }
    const { caveatId } = await drafter.mutate(setCaveat, { offerId, ...limits, text: word('limit'), ...shown })
    await drafter.mutate(moveCaveat, { caveatId, status: 'UNDER_DISCUSSION' })
    const own = { audience: 'NONE', recipientIds: [] } as const
    const kept = { offerId: force.offers.toStates, ...limits, text: word('limit that is kept'), ...own }
    const { caveatId: keptId } = await drafter.mutate(setCaveat, kept)
    await drafter.mutate(moveCaveat, { caveatId: keptId, status: 'LIFTED' })
    if (count % 3 === 1) await head.mutate(dropLine, { offerId, elementId })
    if (count % 3 === 2) await head.mutate(discardOffer, { offerId })
  }
}
