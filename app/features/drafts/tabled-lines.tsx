import { Link } from '@remix-run/react'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { VisibilityLabel } from '#app/ui/visibility-label.tsx'
import type { TabledLine } from './contract.ts'
import { TabledState } from './tabled-table.tsx'
import { tabledPath } from './words-of.ts'

/** What left from one draft, beside its text: symbol, when, and who reads it. */
export function TabledLines({ texts }: { texts: readonly TabledLine[] }) {
  return (
    <ul className="revs">
      {texts.map((text) => (
        <li key={text.symbol}>
          <div className="grow">
            <Link to={tabledPath(text.symbol)}>
              <b>
                <bdi dir="ltr">{text.symbol}</bdi>
              </b>
            </Link>
            <div className="sm muted">
              <Timestamp at={text.tabledAt} />
            </div>
            <TabledState text={text} />
          </div>
          <VisibilityLabel kind={text.audience === 'ALL' ? 'published' : 'tabled'} />
        </li>
      ))}
    </ul>
  )
}
