import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Bdi, Code, Name } from '#app/i18n/bdi.tsx'
import type { RegisteredNames } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { VisibilityLabel } from '#app/ui/visibility-label.tsx'

/** A document in a list of what is new: a tabled text, or published minutes. */
export interface LatelyLine {
  readonly to: string
  readonly symbol: string
  /** As written, or made of words in the reader's language. */
  readonly title: ReactNode
  readonly at: string
  /** The delegation it came from; none for the secretariat's. */
  readonly by?: RegisteredNames | null
}

export interface LatelyProps {
  readonly kind: 'tabled' | 'published'
  /** Who else reads them. */
  readonly visibility: 'tabled' | 'published'
  readonly lines: readonly LatelyLine[]
}

/** What other features have to say on Today: they bring the lines, the page shows them all alike. */
export function Lately({ kind, visibility, lines }: LatelyProps) {
  const { t } = useWords()
  const isTabled = kind === 'tabled'
  const title = t(isTabled ? 'today.tabledLately' : 'today.minutesLately')
  return (
    <section className="sec">
      <div className="sech">
        <h2>{title}</h2>
        <Link className="end" to={isTabled ? '/tabled' : '/minutes'}>
          {t(isTabled ? 'today.allTabled' : 'today.allMinutes')}
        </Link>
      </div>
      {lines.length === 0 ? (
        <p className="empty">{t(isTabled ? 'today.noneTabled' : 'today.noneMinutes')}</p>
      ) : (
        <Table caption={title} isCaptionHidden isDense isStacked>
          {lines.map((line) => (
            <tr key={line.to}>
              <td className="nw">
                <VisibilityLabel kind={visibility} />
              </td>
              <td className="nw">
                <Link to={line.to}>
                  <Code>{line.symbol}</Code>
                </Link>
              </td>
              <td className="x">
                <Bdi>{line.title}</Bdi>
                {line.by ? (
                  <span className="muted">
                    {' · '}
                    <Name names={line.by} />
                  </span>
                ) : null}
              </td>
              <td className="num muted">
                <Timestamp at={line.at} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}
