import type { NodeJson } from '#app/editor/document-shape.ts'
import { DocumentView } from '#app/editor/document-view.tsx'
import { anchorOf } from '#app/editor/numbered-paragraph.tsx'
import { plainText } from '#app/editor/text-blocks.ts'
import { useWords } from '#app/i18n/words-provider.tsx'

export interface ShownParagraph {
  readonly label: string | null
  /** Null where it is not released: the number stays, so that citations match. */
  readonly blocks: readonly NodeJson[] | null
}

/** The paragraphs of a record, each with its permanent number as a link to itself. */
export function RecordParagraphs({ paragraphs, lang }: { paragraphs: readonly ShownParagraph[]; lang: string }) {
  return (
    <div className="record-text" lang={lang}>
      {paragraphs.map((paragraph, place) => (
        <RecordParagraph key={paragraph.label ?? `heading-${place}`} paragraph={paragraph} place={place} lang={lang} />
      ))}
    </div>
  )
}

function RecordParagraph({ paragraph, place, lang }: { paragraph: ShownParagraph; place: number; lang: string }) {
  const { t } = useWords()
  const { label, blocks } = paragraph
  const text = blocks ? <DocumentView document={{ type: 'doc', content: blocks }} lang={lang} /> : null
  if (label === null) {
    return (
      <div className="record-heading" id={`h${place}`}>
        {text}
      </div>
    )
  }
  const anchor = anchorOf(label)
  return (
    <div className="para" id={anchor}>
      <a className="n" href={`#${anchor}`} aria-label={t('editor.paragraph', { number: label })}>
        <bdi dir="ltr">{/^\d+$/.test(label) ? `${label}.` : label}</bdi>
      </a>
      {text ?? <p className="muted withheld">{t('minutes.notReleased')}</p>}
    </div>
  )
}

/** The headings of a record as links, for long ones. */
export function RecordContents({ paragraphs }: { paragraphs: readonly ShownParagraph[] }) {
  const { t } = useWords()
  const headings = paragraphs.flatMap(({ label, blocks }, place) =>
    label === null && blocks ? [{ place, words: plainText({ type: 'doc', content: blocks }) }] : [],
  )
  if (headings.length === 0) return null
  return (
    <nav className="record-contents" aria-label={t('common.contents')}>
      <h2>{t('common.contents')}</h2>
      <ul>
        {headings.map(({ place, words }) => (
          <li key={place}>
            <a href={`#h${place}`}>
              <bdi>{words}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
