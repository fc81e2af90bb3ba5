import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { BlockSettings } from './block-settings.ts'
import type { NodeJson } from './document-shape.ts'

/** The anchor of a number: `12` is `p12`, `12 bis` is `p12-bis`. */
export const anchorOf = (number: string): string => `p${number.replace(/[^0-9A-Za-z]+/g, '-').replace(/-$/, '')}`

interface NumberedParagraphProps {
  readonly node: NodeJson
  readonly settings: BlockSettings
  readonly children: ReactNode
}

/** A paragraph of the first level: with its number beside it, as a link to itself, where the document is numbered. */
export function NumberedParagraph({ node, settings, children }: NumberedParagraphProps) {
  const { t } = useWords()
  const id = typeof node.attrs?.id === 'string' ? node.attrs.id : ''
  const number = settings.numbers?.[id]
  const kind = settings.kinds?.[id]
  if (number === undefined) return children
  const anchor = anchorOf(number)
  return (
    <div className={kind ? `para is-${kind}` : 'para'} id={anchor}>
      <a className="n" href={`#${anchor}`} aria-label={t('editor.paragraph', { number })}>
        <bdi dir="ltr">{/^\d+$/.test(number) ? `${number}.` : number}</bdi>
      </a>
      {children}
    </div>
  )
}
