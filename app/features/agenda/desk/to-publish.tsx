import { Link } from '@remix-run/react'
import { Bdi, Code } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'

/** A record that is not published yet. Its feature brings the lines. */
export interface PublishLine {
  readonly to: string
  readonly symbol: string
  readonly title: string
  /** How they stand, in the reader's words. */
  readonly state: string
}

export function ToPublish({ lines }: { lines: readonly PublishLine[] }) {
  const { t } = useWords()
  return (
    <div>
      <h2 className="h3">{t('desk.toPublish')}</h2>
      {lines.length === 0 ? <p className="muted">{t('desk.nothingToPublish')}</p> : null}
      <ul className="rows">
        {lines.map((line) => (
          <li key={line.to}>
            <div className="grow">
              <Code>{line.symbol}</Code> <Bdi>{line.title}</Bdi>
              <div className="muted sm">{line.state}</div>
            </div>
            <Link className="nw" to={line.to}>
              {t('desk.toPublishReview')}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
