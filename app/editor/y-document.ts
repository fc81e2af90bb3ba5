import { prosemirrorToYXmlFragment, updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { documentNode } from './check-json.ts'
import { contentField, type DocumentJson, type NodeJson } from './document-shape.ts'

/**
 * The first content of a document as one Yjs update, the same bytes for the same arguments. Made once, in the transaction
 * that creates the document. A json that does not pass `checkJson` is a RangeError.
 */
export function jsonToYUpdate(json: DocumentJson, clientId: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientId
  prosemirrorToYXmlFragment(documentNode(json), doc.getXmlFragment(contentField))
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/**
 * A forward edit after which the document shows the given content: how an earlier version comes back. History is kept,
 * and what others write meanwhile merges. `clientId` must not be in use. A RangeError as above.
 */
export function contentUpdate(doc: Y.Doc, json: DocumentJson, clientId: number): Uint8Array {
  const node = documentNode(json)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = clientId
  const before = Y.encodeStateVector(copy)
  copy.transact(() => {
    updateYFragment(copy, copy.getXmlFragment(contentField), node, { mapping: new Map(), isOMark: new Map() })
  })
  const update = Y.encodeStateAsUpdate(copy, before)
  copy.destroy()
  return update
}

/**
 * A forward edit that adds blocks, each before what is at its place in the document as it is, and touches nothing else.
 * Those with one place keep their order. `clientId` must not be in use; a RangeError as above.
 */
export function insertionUpdate(
  doc: Y.Doc,
  placed: readonly { readonly at: number; readonly block: NodeJson }[],
  clientId: number,
): Uint8Array {
  const made = new Y.Doc()
  const blocks = made.getXmlFragment(contentField)
  prosemirrorToYXmlFragment(documentNode({ type: 'doc', content: placed.map(({ block }) => block) }), blocks)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = clientId
  const before = Y.encodeStateVector(copy)
  const content = copy.getXmlFragment(contentField)
  copy.transact(() => {
    const end = content.length
    const inOrder = placed.map(({ at }, index) => ({ at: Math.min(at, end), element: blocks.get(index).clone() }))
    // From the last to the first, so that the places still hold; sorting keeps the order of equals.
    for (const { at, element } of inOrder.sort((a, b) => a.at - b.at).reverse())
      content.insert(at, [element as Y.XmlElement])
  })
  const update = Y.encodeStateAsUpdate(copy, before)
  made.destroy()
  copy.destroy()
  return update
}
