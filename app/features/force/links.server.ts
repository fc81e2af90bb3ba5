import { createHash } from 'node:crypto'
import { type IssuedText, issuedText } from '#app/features/drafts/api.server.ts'
import { canonicalJson } from '#app/kernel/canonical-json.ts'
import type { Ask } from '#app/kernel/work.server.ts'
import { offeredOf, offersWhere } from './offer-store.server.ts'

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

/** Null when there is nothing in this reader's sight, which is no news to anybody who never saw it. */
export async function linkNow(
  reader: Reader,
  { linkSymbol, linkBlockId, linkOfferId }: Linked,
): Promise<LinkNow | null> {
  if (linkOfferId) return offerLink(reader, linkOfferId)
  if (!linkSymbol || !linkBlockId) return null
  const text = await issuedText(reader.tx, reader.actor, linkSymbol)
  return text ? textLink(text, linkSymbol, linkBlockId) : null
}

function textLink(text: IssuedText, symbol: string, blockId: string): LinkNow {
  const excerpt = text.paragraphs.find((paragraph) => paragraph.blockId === blockId)?.text ?? null
  return { kind: 'TEXT', symbol, blockId, latest: text.symbol, excerpt, hash: hashOf(excerpt ?? '') }
}

async function offerLink({ tx }: Reader, offerId: string): Promise<LinkNow | null> {
  const [offer] = await offersWhere(tx, { id: offerId })
  if (!offer) return null
  const { delegationId, title, status } = offer
  const lines = offer.lines.map((line) => ({ elementId: line.elementId, offered: { ...offeredOf(line) } }))
  return { kind: 'OFFER', offerId, delegationId, title, status, hash: hashOf(canonicalJson({ status, lines })) }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
