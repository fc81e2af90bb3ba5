import type { ReactNode } from 'react'
import type { TextBlock } from './text-blocks.ts'

interface FlatBlockProps {
  readonly block: Pick<TextBlock, 'form' | 'depth' | 'lang'>
  readonly children: ReactNode
}

/** One text block by itself, as comparisons and authorship show it: its form and depth as a class, not as nesting. */
export function FlatBlock({ block: { form, depth, lang }, children }: FlatBlockProps) {
  const Tag = tagOf(form)
  return (
    <Tag
      className={`flat flat-${form}`}
      data-level={form.startsWith('heading-') ? form.slice(-1) : undefined}
      data-depth={depth > 0 ? Math.min(depth, 6) : undefined}
      dir="auto"
      lang={lang ?? undefined}
    >
      {children}
    </Tag>
  )
}

function tagOf(form: TextBlock['form']) {
  switch (form) {
    case 'heading-1':
      return 'h2'
    case 'heading-2':
      return 'h3'
    case 'heading-3':
      return 'h4'
    default:
      return 'p'
  }
}
