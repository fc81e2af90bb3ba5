import { Link } from '@remix-run/react'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { OutputOf } from '#app/kernel/contract.ts'
import { useLive } from '#app/live/use-live.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { conditionLinks } from './contract.ts'

interface DependingOffersProps {
  /** Of the text, in any of its revisions. */
  readonly symbol: string
  readonly links: OutputOf<typeof conditionLinks>
}

/** "2 offers depend on this text", of those in sight: what changing it would put at risk (product need D17). */
export function DependingOffers({ symbol, links }: DependingOffersProps) {
  const { t } = useWords()
  const { conditions } = useLive<typeof conditionLinks>('force.links', {}, links)
  const depending = new Map(
    conditions
      .filter(({ link }) => link?.kind === 'TEXT' && (link.symbol === symbol || link.latest === symbol))
      .map(({ offerId, title }) => [offerId, title]),
  )
  if (depending.size === 0) return null
  return (
    <Notice kind="info" title={t('tabled.offersDepend', { count: depending.size })}>
      <ul>
        {[...depending].map(([offerId, title]) => (
          <li key={offerId}>
            <Link to={`/forces/offers/${offerId}`}>
              <bdi>{title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
