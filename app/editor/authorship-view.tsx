import { useWords } from '#app/i18n/words-provider.tsx'
import { type AuthoredBlock, type AuthoredRun, authorsIn } from './authorship.ts'
import { FlatBlock } from './flat-block.tsx'

/** A person as the page shows them; `initials` are two letters or so. */
export interface ShownAuthor {
  readonly name: string
  readonly initials: string
}

interface AuthorshipViewProps {
  readonly blocks: readonly AuthoredBlock[]
  /** By the author ids of the blocks. */
  readonly authors: Readonly<Record<string, ShownAuthor>>
  readonly lang?: string
}

const palette = 12
const lines = 5

/** Who wrote what: initials before the words and a line beneath them in the person's own style, never colour alone. */
export function AuthorshipView({ blocks, authors, lang }: AuthorshipViewProps) {
  const { t } = useWords()
  const order = authorsIn(blocks).filter((id) => authors[id])
  const styleOf = (id: string) => `by by-p${(order.indexOf(id) % palette) + 1} by-l${(order.indexOf(id) % lines) + 1}`
  return (
    <div className="authored">
      <ul className="authors" aria-label={t('editor.authors')}>
        {order.map((id) => (
          <li key={id}>
            <span className={styleOf(id)}>
              <b>{authors[id]?.initials}</b> <bdi>{authors[id]?.name}</bdi>
            </span>
          </li>
        ))}
      </ul>
      <p className="sm muted">{t('editor.authorsNote')}</p>
      <div className="doc" lang={lang}>
        {blocks.map((block, index) => (
          <FlatBlock key={block.id ?? `b${String(index)}`} block={block}>
            {block.runs.map((run, place) => (
              <Written
                key={`r${String(place)}`}
                run={run}
                author={run.authorId === null ? undefined : authors[run.authorId]}
                styleOf={styleOf}
              />
            ))}
          </FlatBlock>
        ))}
      </div>
    </div>
  )
}

interface WrittenProps {
  readonly run: AuthoredRun
  readonly author: ShownAuthor | undefined
  readonly styleOf: (id: string) => string
}

function Written({ run, author, styleOf }: WrittenProps) {
  const { t } = useWords()
  if (!author || run.authorId === null) return run.text
  return (
    <span className={styleOf(run.authorId)}>
      <b aria-hidden>{author.initials}</b>
      <span className="vh"> {t('editor.writtenBy', { name: author.name })}: </span>
      {run.text}
    </span>
  )
}
