import type { ReactNode } from 'react'
import type { BlockSettings } from './block-settings.ts'
import { BlockList } from './document-block.tsx'
import type { DocumentJson } from './document-shape.ts'

export interface DocumentViewProps extends BlockSettings {
  readonly document: DocumentJson
  /** Language of the text, where its paragraphs do not say otherwise. */
  readonly lang?: string
  readonly className?: string
  /** Beneath an empty document, in place of a blank page. */
  readonly whenEmpty?: ReactNode
}

/** A document to read: on the server, without JavaScript, on paper. The editor takes its place without a jump. */
export function DocumentView({ document, lang, className, whenEmpty, ...settings }: DocumentViewProps) {
  const classes = ['doc', settings.numbers && 'doc-numbered', className].filter(Boolean).join(' ')
  if (whenEmpty !== undefined && isBlank(document)) return <div className={classes}>{whenEmpty}</div>
  return (
    <div className={classes} lang={lang}>
      <BlockList nodes={document.content} settings={settings} isTop />
    </div>
  )
}

/** True where there is nothing to read yet. */
export const isBlank = ({ content }: DocumentJson): boolean =>
  content.every((node) => node.type === 'paragraph' && (node.content ?? []).every(({ text }) => !text?.trim()))
