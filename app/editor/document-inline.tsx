import type { ReactNode } from 'react'
import type { MarkJson, NodeJson } from './document-shape.ts'
import { markNames } from './document-shape.ts'
import { linkHost, safeLink } from './link-address.ts'
import { QuotedWords } from './quoted-words.tsx'
import { textOf } from './text-blocks.ts'

/** What stands in a line, marks nested as the editor nests them: the outermost first, each as long as it lasts. */
export function Inline({ nodes, level = 0 }: { nodes: readonly NodeJson[]; level?: number }) {
  const mark = markNames[level]
  if (mark === undefined) return nodes.map((node, index) => <Piece key={keyAt(index)} node={node} />)
  return stretches(nodes, mark).map(({ on, nodes: inner }, index) => (
    <Marked key={keyAt(index)} mark={on} text={textOf(inner)}>
      <Inline nodes={inner} level={level + 1} />
    </Marked>
  ))
}

/** The line breaks that keep an empty paragraph as high as a written one. */
export const TextLine = ({ content }: { content: readonly NodeJson[] | undefined }) =>
  content && content.length > 0 ? <Inline nodes={content} /> : <br />

const keyAt = (index: number) => `n${index}`

const Piece = ({ node }: { node: NodeJson }) => (node.type === 'hardBreak' ? <br /> : node.text)

interface Stretch {
  readonly on: MarkJson | undefined
  readonly nodes: NodeJson[]
}

function stretches(nodes: readonly NodeJson[], mark: string): Stretch[] {
  const result: Stretch[] = []
  for (const node of nodes) {
    const on = node.marks?.find(({ type }) => type === mark)
    const last = result.at(-1)
    if (last && JSON.stringify(last.on) === JSON.stringify(on)) last.nodes.push(node)
    else result.push({ on, nodes: [node] })
  }
  return result
}

interface MarkedProps {
  readonly mark: MarkJson | undefined
  /** The words that are marked. */
  readonly text: string
  readonly children: ReactNode
}

function Marked({ mark, text, children }: MarkedProps) {
  switch (mark?.type) {
    case 'quoted':
      return (
        <QuotedWords attributes={mark.attrs} text={text}>
          {children}
        </QuotedWords>
      )
    case 'link':
      return <SafeLink href={mark.attrs?.href}>{children}</SafeLink>
    case 'bold':
      return <strong>{children}</strong>
    case 'italic':
      return <em>{children}</em>
    case 'underline':
      return <u>{children}</u>
    case 'strike':
      return <s>{children}</s>
    default:
      return children
  }
}

/** The host stands after the words, so that nobody follows a link to somewhere else than they think (SEC-077). */
function SafeLink({ href: raw, children }: { href: unknown; children: ReactNode }) {
  const href = safeLink(raw)
  if (href === null) return children
  return (
    <a href={href} rel="noopener noreferrer" data-host={linkHost(href)}>
      {children}
    </a>
  )
}
