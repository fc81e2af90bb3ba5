import { createElement } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { BlockSettings } from './block-settings.ts'
import { TextLine } from './document-inline.tsx'
import type { NodeJson } from './document-shape.ts'
import { DocumentTable } from './document-table.tsx'
import { NumberedParagraph } from './numbered-paragraph.tsx'

interface BlockProps {
  readonly node: NodeJson
  readonly settings: BlockSettings
  readonly isTop?: boolean
}

export const BlockList = ({
  nodes,
  settings,
  isTop,
}: {
  nodes: readonly NodeJson[]
  settings: BlockSettings
  isTop?: boolean
}) => nodes.map((node, index) => <Block key={keyOf(node, index)} node={node} settings={settings} isTop={isTop} />)

const keyOf = ({ attrs }: NodeJson, index: number) => (typeof attrs?.id === 'string' ? attrs.id : `b${index}`)

function Block({ node, settings, isTop }: BlockProps) {
  switch (node.type) {
    case 'paragraph':
      return isTop ? (
        <NumberedParagraph node={node} settings={settings}>
          <Paragraph node={node} />
        </NumberedParagraph>
      ) : (
        <Paragraph node={node} />
      )
    case 'heading':
      return <Heading node={node} under={settings.under ?? 1} />
    case 'bulletList':
      return <ul>{inside(node, settings)}</ul>
    case 'orderedList':
      return <ol start={startOf(node)}>{inside(node, settings)}</ol>
    case 'taskList':
      return <ul data-tasks="">{inside(node, settings)}</ul>
    case 'listItem':
      return <li>{inside(node, settings)}</li>
    case 'taskItem':
      return <Task node={node} settings={settings} />
    case 'blockquote':
      return <blockquote>{inside(node, settings)}</blockquote>
    case 'table':
      return <DocumentTable node={node} cell={(cell) => inside(cell, settings)} />
    default:
      return null
  }
}

const inside = (node: NodeJson, settings: BlockSettings) => <BlockList nodes={node.content ?? []} settings={settings} />

const langOf = ({ attrs }: NodeJson) => (typeof attrs?.lang === 'string' ? attrs.lang : undefined)

const startOf = ({ attrs }: NodeJson) => (typeof attrs?.start === 'number' ? attrs.start : undefined)

const Paragraph = ({ node }: { node: NodeJson }) => (
  <p dir="auto" lang={langOf(node)}>
    <TextLine content={node.content} />
  </p>
)

function Heading({ node, under }: { node: NodeJson; under: number }) {
  const level = typeof node.attrs?.level === 'number' ? node.attrs.level : 1
  const props = { dir: 'auto', lang: langOf(node), 'data-level': level }
  return createElement(`h${Math.min(6, level + under)}`, props, <TextLine content={node.content} />)
}

function Task({ node, settings }: BlockProps) {
  const { t } = useWords()
  const isDone = node.attrs?.checked === true
  return (
    <li data-checked={isDone}>
      <span className="tick" role="img" aria-label={t(isDone ? 'editor.done' : 'editor.notDone')} />
      <div>{inside(node, settings)}</div>
    </li>
  )
}
