import { createHash } from 'node:crypto'
import { canonicalJson } from '#app/kernel/canonical-json.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { type OfferRow, offeredOf } from './offer-store.server.ts'

/** As long as an id: 132 bits. */
const markLength = 22

/** FS-30: of everything that a release would show, so that a head releases what the head looked at and nothing else. */
export async function reviewMarkOf(tx: Tx, offer: OfferRow): Promise<string> {
  const { title, note, kind, status, basisKind, basisReference, lines, conditions } = offer
  const caveats = await tx.forceCaveat.findMany({
    where: { offerId: offer.id, audience: { not: 'NONE' } },
    orderBy: { id: 'asc' },
  })
  const shown = {
    ...{ title, note, kind, status, basisKind, basisReference },
    financeMode: offer.financeMode,
    noticeDays: offer.noticeDays,
    availableFrom: offer.availableFrom,
    selfSustainmentDays: offer.selfSustainmentDays,
    rotationMonths: offer.rotationMonths,
    handoverDays: offer.handoverDays,
    attachedToId: offer.attachedToId,
    fundId: offer.fundId,
    instrument: offer.instrument,
    currency: offer.currency,
    amount: offer.amount?.toFixed(2) ?? null,
    earmark: offer.earmark,
    measures: offer.measures,
    measureUnit: offer.measureUnit,
    lines: lines.map((line) => ({
      elementId: line.elementId,
      unit: line.unit,
      isLead: line.isLead,
      note: line.note,
      offered: { ...offeredOf(line) },
    })),
    conditions: conditions.map(({ id, text, due, ...condition }) => ({
      ...{ id, text, due },
      status: condition.status,
      link: [condition.linkSymbol, condition.linkBlockId, condition.linkOfferId],
    })),
    caveats: caveats.map(({ id, category, effect, text, sectors, startsOn, endsOn, ...caveat }) => ({
      ...{ id, category, effect, text, sectors, startsOn, endsOn },
      status: caveat.status,
      audience: caveat.audience,
      recipientIds: [...caveat.recipientIds].sort(),
    })),
  }
  return createHash('sha256').update(canonicalJson(shown)).digest('base64url').slice(0, markLength)
}
