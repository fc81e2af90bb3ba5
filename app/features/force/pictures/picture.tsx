import { type ReactNode, useId } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'

interface PictureProps {
  readonly caption: ReactNode
  /** What the picture shows, in a sentence or two: read by all, and the name of the drawing. */
  readonly says: string
  readonly legend?: ReactNode
  /** The same figures; folded on the screen, always there on paper. */
  readonly table: ReactNode
  readonly note?: ReactNode
  /** The drawing: nothing in it can be read apart from the drawing or reached with a key. */
  readonly children: ReactNode
}

/** A drawing between its words and its figures. */
export function Picture({ caption, says, legend, table, note, children }: PictureProps) {
  const { t } = useWords()
  const id = useId()
  return (
    <figure className="fp" aria-labelledby={`${id}-caption`}>
      <figcaption>
        <h3 id={`${id}-caption`}>{caption}</h3>
        <p id={`${id}-says`} className="muted">
          {says}
        </p>
      </figcaption>
      <div className="fp-drawing" role="img" aria-labelledby={`${id}-says`}>
        {children}
      </div>
      {legend}
      {note ? <p className="sm muted">{note}</p> : null}
      <details className="fp-data">
        <summary>{t('forcePictures.asTable')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard */}
        <section className="scroll-x" aria-labelledby={`${id}-caption`} tabIndex={0}>
          {table}
        </section>
      </details>
    </figure>
  )
}
