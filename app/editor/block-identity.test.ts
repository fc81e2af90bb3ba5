import { splitBlock } from '@tiptap/pm/commands'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { describe, expect, test } from 'vitest'
import { aDocument, aParagraph, countingIds } from '#tests/builders/documents.ts'
import { blockIdentity, randomBlockId } from './block-identity.ts'
import { blockIdPattern, limits } from './document-shape.ts'
import { documentSchema } from './schema.ts'
import { sizeGuard } from './size-guard.ts'

const written = aDocument(aParagraph('First paragraph', 'first001'), aParagraph('Second', 'second01'))
const opened = (cursor: number, document = written) => {
  const doc = documentSchema.nodeFromJSON(document)
  const state = EditorState.create({ doc, plugins: [blockIdentity(countingIds('newid'))] })
  return state.apply(state.tr.setSelection(TextSelection.create(doc, cursor)))
}
const changed = (state: EditorState, change: (tr: Transaction) => Transaction) =>
  state.applyTransaction(change(state.tr)).state
const blocksOf = (doc: Node) => doc.content.content.map((node) => [node.attrs.id, node.textContent])

/** Enter, as the editor splits a block: the part behind the cursor starts without an id. */
function enter(state: EditorState): EditorState {
  let next = state
  splitBlock(state, (tr) => {
    next = state.applyTransaction(tr.setNodeAttribute(tr.selection.$from.before(), 'id', null)).state
  })
  return next
}

describe('ids while writing', () => {
  test('[ED-1] when a paragraph is split, the first part keeps its id and the second gets its own', () => {
    expect(blocksOf(enter(opened(6)).doc)).toEqual([
      ['first001', 'First'],
      ['newid0001', ' paragraph'],
      ['second01', 'Second'],
    ])
  })

  test('[ED-1] Enter before the first letter makes room above, and the words keep their id', () => {
    expect(blocksOf(enter(opened(1)).doc)).toEqual([
      ['newid0001', ''],
      ['first001', 'First paragraph'],
      ['second01', 'Second'],
    ])
  })

  test('[ED-1] a pasted copy gets new ids and leaves the original its own', () => {
    const state = opened(1)
    const copy = new Slice(Fragment.from(state.doc.child(1)), 0, 0)
    expect(blocksOf(changed(state, (tr) => tr.replace(0, 0, copy)).doc)).toEqual([
      ['newid0001', 'Second'],
      ['first001', 'First paragraph'],
      ['second01', 'Second'],
    ])
  })

  test('[ED-1] what arrives from others is left as it is', () => {
    const stranger = documentSchema.node('paragraph', null, [documentSchema.text('Theirs')])
    const state = changed(opened(1), (tr) => tr.insert(0, stranger).setMeta(ySyncPluginKey, { isChangeOrigin: true }))
    expect(blocksOf(state.doc)[0]).toEqual([null, 'Theirs'])
    expect(blocksOf(changed(state, (tr) => tr.insertText('x', 1)).doc)[0]).toEqual(['newid0001', 'xTheirs'])
  })

  test('[ED-1] ids are random, short and well formed', () => {
    const ids = new Set(Array.from({ length: 1_000 }, randomBlockId))
    expect(ids.size).toBe(1_000)
    for (const id of ids) expect(id).toMatch(blockIdPattern)
  })
})

describe('the size of a text', () => {
  const guarded = (document = written) => {
    let told = 0
    const plugins = [sizeGuard(() => told++)]
    return { state: EditorState.create({ doc: documentSchema.nodeFromJSON(document), plugins }), told: () => told }
  }

  test('[SEC-074] [ED-19] a change beyond the limit is not taken, and the writer is told', () => {
    const { state, told } = guarded()
    const { state: same } = state.applyTransaction(state.tr.insertText('x'.repeat(limits.characters), 1))
    expect(same.doc.eq(state.doc)).toBe(true)
    expect(told()).toBe(1)
  })

  test('[SEC-074] [ED-19] a text that is full can still be made smaller', () => {
    const { state, told } = guarded(aDocument('x'.repeat(limits.characters - 2)))
    expect(state.applyTransaction(state.tr.insertText('yy', 1)).state.doc.eq(state.doc)).toBe(true)
    expect(state.applyTransaction(state.tr.delete(1, 10)).state.doc.content.size).toBe(limits.characters - 9)
    expect(told()).toBe(1)
  })

  test('[SEC-074] [ED-19] what others wrote is always shown', () => {
    const { state, told } = guarded()
    const tr = state.tr.insertText('x'.repeat(limits.characters), 1).setMeta(ySyncPluginKey, { isChangeOrigin: true })
    expect(state.applyTransaction(tr).state.doc.content.size).toBeGreaterThan(limits.characters)
    expect(told()).toBe(0)
  })
})
