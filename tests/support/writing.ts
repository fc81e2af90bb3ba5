import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { DocumentJson } from '#app/editor/document-shape.ts'
import { jsonToYUpdate } from '#app/editor/y-document.ts'
import { newId } from '#app/kernel/ids.server.ts'
import type { World } from './world.ts'

/**
 * Writes a text into a live document as its journal would hold it, without a socket: an update by one seat. The text is
 * added to what is there, so write once for a plain reading.
 */
export async function write(world: World, seat: string, documentId: string, text: DocumentJson): Promise<void> {
  const clientId = new Y.Doc().clientID
  const [accreditationId, personId] = [world.accreditation(seat), world.person(seat)]
  await world.database.prisma.liveClientId.create({
    data: { documentId, clientId, accreditationId, personId, holder: '', issuedAt: world.clock.now },
  })
  await append(world, seat, documentId, jsonToYUpdate(text, clientId))
}

/** Types a paragraph and deletes it again: it stays in the history and in no reading. */
export async function writeAndDelete(world: World, seat: string, documentId: string, words: string): Promise<void> {
  const doc = new Y.Doc()
  const content = doc.getXmlFragment('content')
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.setAttribute('id', newId())
  paragraph.insert(0, [new Y.XmlText(words)])
  content.insert(0, [paragraph])
  await append(world, seat, documentId, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(doc)
  content.delete(0, 1)
  await append(world, seat, documentId, Y.encodeStateAsUpdate(doc, before))
}

/** What no editor writes: a paragraph inside a paragraph. */
export async function writeOutOfOrder(world: World, seat: string, documentId: string, words: string): Promise<void> {
  const doc = new Y.Doc()
  const [outer, inner] = [new Y.XmlElement('paragraph'), new Y.XmlElement('paragraph')]
  inner.insert(0, [new Y.XmlText(words)])
  outer.insert(0, [inner])
  doc.getXmlFragment('content').insert(0, [outer])
  await append(world, seat, documentId, Y.encodeStateAsUpdate(doc))
}

async function append(world: World, seat: string, documentId: string, bytes: Uint8Array): Promise<void> {
  const { prisma } = world.database
  const { seq } = await prisma.liveDocument.update({ where: { id: documentId }, data: { seq: { increment: 1 } } })
  await prisma.liveUpdate.create({
    data: {
      documentId,
      seq,
      opId: newId(),
      accreditationId: world.accreditation(seat),
      personId: world.person(seat),
      at: world.clock.now,
      bytes: Uint8Array.from(bytes),
      digest: Uint8Array.from(createHash('sha256').update(bytes).digest().subarray(0, 16)),
    },
  })
}
