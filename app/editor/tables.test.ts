import { EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import { aDocument, aTable } from '#tests/builders/documents.ts'
import { documentSchema } from './schema.ts'
import { ownTables } from './tables.ts'

const table = aDocument(aTable(['Unit', 'Strength'], ['Battalion', '550']))
const opened = () => EditorState.create({ doc: documentSchema.nodeFromJSON(table), plugins: [ownTables()] })
const cellsIn = ({ doc }: EditorState) => doc.firstChild?.content.content.map((row) => row.childCount)

/** Takes one cell out of the second row, as a merge of two edits may. */
function withGap(state: EditorState, isFromOthers: boolean) {
  const cells: number[] = []
  state.doc.descendants((node, at) => {
    if (node.type.spec.tableRole === 'cell') cells.push(at)
  })
  const [, last = 0] = cells
  const tr = state.tr.delete(last, last + (state.doc.nodeAt(last)?.nodeSize ?? 0))
  return state.applyTransaction(isFromOthers ? tr.setMeta(ySyncPluginKey, { isChangeOrigin: true }) : tr).state
}

test('[ED-22] a gap that one made oneself is filled, one that came from others is left to its author', () => {
  expect(cellsIn(opened())).toEqual([2, 2])
  expect(cellsIn(withGap(opened(), false))).toEqual([2, 2])
  expect(cellsIn(withGap(opened(), true))).toEqual([2, 1])
})
