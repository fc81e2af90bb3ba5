import { createHash } from 'node:crypto'
import { type IssuedText, issuedText } from '#app/features/drafts/api.server.ts'
import { canonicalJson } from '#app/kernel/canonical-json.ts'
import type { Ask } from '#app/kernel/work.server.ts'
import { type OfferRow, offeredOf, offersWhere } from './offer-store.server.ts'

interface Linked {
  readonly linkSymbol: string | null
  readonly linkBlockId: string | null
  readonly linkOfferId: string | null
}

/** What a condition hangs on as its reader sees it now; the hash changes when it does. */
export type LinkNow =
  | {
      readonly kind: 'TEXT'
      readonly hash: string
      readonly symbol: string
      readonly blockId: string
      readonly latest: string
      readonly excerpt: string | null
    }
  | {
      readonly kind: 'OFFER'
      readonly hash: string
      readonly offerId: string
      readonly delegationId: string
      readonly title: string
      readonly status: string
    }

type Reader = Pick<Ask, 'tx' | 'actor'>

/**
 * Of each, in their order. Null when there is nothing in this reader's sight, which is no news to anybody who never saw
 * it. A text or an offer on which many hang is looked at once.
 */
export async function linksNow(reader: Reader, conditions: readonly Linked[]): Promise<(LinkNow | null)[]> {
  const offerIds = conditions.flatMap(({ linkOfferId }) => linkOfferId ?? [])
  const offers = offerIds.length > 0 ? await offersWhere(reader.tx, { id: { in: offerIds } }) : []
  const links = new Map(offers.map((offer) => [offer.id, offerLink(offer)]))
  const texts = new Map<string, IssuedText | null>()
  for (const { linkSymbol } of conditions)
    if (linkSymbol && !texts.has(linkSymbol))
      texts.set(linkSymbol, await issuedText(reader.tx, reader.actor, linkSymbol))
  return conditions.map(({ linkSymbol, linkBlockId, linkOfferId }) => {
    if (linkOfferId) return links.get(linkOfferId) ?? null
    const text = linkSymbol ? texts.get(linkSymbol) : null
    return text && linkSymbol && linkBlockId ? textLink(text, linkSymbol, linkBlockId) : null
  })
}

export async function linkNow(reader: Reader, condition: Linked): Promise<LinkNow | null> {
  const [link = null] = await linksNow(reader, [condition])
  return link
}

function textLink(text: IssuedText, symbol: string, blockId: string): LinkNow {
  const excerpt = text.paragraphs.find((paragraph) => paragraph.blockId === blockId)?.text ?? null
  return { kind: 'TEXT', symbol, blockId, latest: text.symbol, excerpt, hash: hashOf(excerpt ?? '') }
}

function offerLink({ id, delegationId, title, status, lines }: OfferRow): LinkNow {
  const offered = lines.map((line) => ({ elementId: line.elementId, offered: { ...offeredOf(line) } }))
  return {
    kind: 'OFFER',
    offerId: id,
    delegationId,
    title,
    status,
    hash: hashOf(canonicalJson({ status, lines: offered })),
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
