import { useWords } from '#app/i18n/words-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'

interface MissingLinesProps {
  readonly lines: readonly { readonly blockId: string; readonly at: string; readonly sentence: string }[]
}

/** What happened since the record was opened and is not in its text yet. */
export function MissingLines({ lines }: MissingLinesProps) {
  const { t } = useWords()
  if (lines.length === 0) return null
  return (
    <Notice kind="info" title={t('minutes.missingLines', { count: lines.length })}>
      <ul className="plain">
        {lines.map(({ blockId, at, sentence }) => (
          <li key={blockId}>
            <span className="muted">
              <Timestamp at={at} show="time" />
            </span>{' '}
            <bdi>{sentence}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
