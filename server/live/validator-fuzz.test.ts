import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { CONTENT_ROOT } from '#app/live/messages.ts'
import { editorNames as names } from '#server/editor-names.ts'
import { isWhole } from './replay.ts'
import { validate } from './validator.ts'

const runs = Number(process.env.FUZZ_RUNS ?? 6_000)

/** A document of two writers, and a few honest edits of a third that nobody has yet. */
function material() {
  const base = new Y.Doc()
  base.clientID = 11
  const write = (doc: Y.Doc, words: string) => {
    const paragraph = new Y.XmlElement('paragraph')
    doc.getXmlFragment(CONTENT_ROOT).push([paragraph])
    const text = new Y.XmlText()
    paragraph.insert(0, [text])
    text.insert(0, words)
    paragraph.setAttribute('id', 'block-0001')
    text.format(0, 3, { bold: {} })
    text.delete(1, 2)
  }
  write(base, 'The force shall be light.')
  base.clientID = 12
  write(base, 'The area is large.')
  const state = Y.encodeStateAsUpdate(base)
  const third = new Y.Doc()
  Y.applyUpdate(third, state)
  third.clientID = 13
  const edits: Uint8Array[] = []
  third.on('update', (update: Uint8Array) => edits.push(update))
  write(third, 'a')
  third.transact(() => {
    write(third, 'b')
    third.getXmlFragment(CONTENT_ROOT).delete(0, 1)
  })
  return { state, edits: [...edits, Y.mergeUpdates(edits), state] }
}

test(`[SEC-064] whatever is accepted applies cleanly: ${runs} mutated updates`, () => {
  const { state, edits } = material()
  const before = new Y.Doc()
  Y.applyUpdate(before, state)
  const mutation = fc.record({
    place: fc.nat(),
    value: fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 4, 7, 10, 11, 12, 13, 127, 128, 132, 199, 255)),
    kind: fc.constantFrom('set', 'insert', 'remove'),
  })
  let accepted = 0
  fc.assert(
    fc.property(fc.constantFrom(...edits), fc.array(mutation, { maxLength: 6 }), (edit, mutations) => {
      const bytes = [...edit]
      for (const { place, value, kind } of mutations) {
        bytes.splice(place % (bytes.length + 1), kind === 'insert' ? 0 : 1, ...(kind === 'remove' ? [] : [value]))
      }
      const update = new Uint8Array(bytes)
      const verdict = validate(update, before, { owns: (id) => id === 13, overlay: new Map() }, names)
      if (verdict.kind !== 'accepted') return
      accepted += 1
      const doc = new Y.Doc()
      Y.applyUpdate(doc, state)
      Y.applyUpdate(doc, update)
      expect(isWhole(doc)).toBe(true)
      for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(before)))
        expect(Y.getState(doc.store, client)).toBe(clock)
      doc.getXmlFragment(CONTENT_ROOT).toString()
      // And whoever gets the whole state later has the same.
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      expect(copy.getXmlFragment(CONTENT_ROOT).toString()).toBe(doc.getXmlFragment(CONTENT_ROOT).toString())
    }),
    { numRuns: runs, seed: Number(process.env.FUZZ_SEED ?? 20_261_122) },
  )
  expect(accepted).toBeGreaterThan(runs / 100)
})
