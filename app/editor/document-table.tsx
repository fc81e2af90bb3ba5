import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { NodeJson } from './document-shape.ts'

interface DocumentTableProps {
  readonly node: NodeJson
  readonly cell: (node: NodeJson) => ReactNode
}

/** A table that scrolls in its own frame, by keyboard as well, and never makes the page wider. */
export function DocumentTable({ node, cell }: DocumentTableProps) {
  const { t } = useWords()
  const rows = node.content ?? []
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="doc-table" aria-label={t('editor.table')} tabIndex={0}>
      <table>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={keyOf(row, rowIndex)}>
              {(row.content ?? []).map((each, index) => (
                <Cell key={keyOf(each, index)} node={each} isInHeaderRow={isHeaderRow(row)}>
                  {cell(each)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const keyOf = ({ attrs }: NodeJson, index: number) => (typeof attrs?.id === 'string' ? attrs.id : `c${index}`)

const isHeaderRow = ({ content = [] }: NodeJson) => content.every(({ type }) => type === 'tableHeader')

function Cell({ node, isInHeaderRow, children }: { node: NodeJson; isInHeaderRow: boolean; children: ReactNode }) {
  const spans = { colSpan: spanOf(node, 'colspan'), rowSpan: spanOf(node, 'rowspan') }
  if (node.type !== 'tableHeader') return <td {...spans}>{children}</td>
  return (
    <th {...spans} scope={isInHeaderRow ? 'col' : 'row'}>
      {children}
    </th>
  )
}

function spanOf({ attrs }: NodeJson, name: 'colspan' | 'rowspan') {
  const value = attrs?.[name]
  return typeof value === 'number' && value > 1 ? value : undefined
}
