import { createHash, randomInt } from 'node:crypto'
import * as Y from 'yjs'
import type { NodeJson } from '#app/editor/document-shape.ts'
import { isSound, rawNode, replacementUpdate, salvaged, type TopBlock, topBlocks } from '#app/editor/structure.ts'
import { CONTENT_ROOT } from '#app/live/messages.ts'
import type { Journal } from './journal.ts'
import { goodSnapshot, rowsAfter } from './load-document.ts'
import { replay } from './replay.ts'
import type { Report } from './report.ts'
import type { CommittedEdit, Row } from './row.ts'

/** The room as its guard needs it. */
export interface GuardedRoom {
  readonly documentId: string
  readonly seq: number
  readonly isEvicted: boolean
  readonly text: { readonly doc: Y.Doc }
  take(rows: readonly Row[]): void
  catchUp(): Promise<void>
}

export interface GuardParts {
  readonly journal: Journal
  readonly report: Report
  readonly clock: () => number
  publish(edits: readonly CommittedEdit[]): void
  /** After a burst of edits, and at the latest while they go on. */
  readonly delays?: { readonly quietMs: number; readonly mostMs: number }
}

const usualDelays = { quietMs: 1_000, mostMs: 10_000 }
const blocksPerTurn = 200
const mostIds = 2 ** 32 - 1

/**
 * Looks at what edits made of the document, when they pause: each edit may be made of our names and the whole still be
 * none of ours, and editors would delete what they do not know. A block that is not of the schema gets its last valid
 * form back, by an edit like any other; one that never had a valid form leaves its words as paragraphs (SEC-067). Only
 * blocks that changed are looked at, so that a long document costs no more than a short one.
 */
export class StructureGuard {
  private readonly changed: Set<TopBlock>
  /** Could not be mended: they are looked at again with what comes next. */
  private unmended: readonly TopBlock[] = []
  private timer: NodeJS.Timeout | null = null
  private firstAt: number | null = null
  private isLooking = false
  /** The whole was of the schema after this edit. */
  private soundSeq: number | null = null

  constructor(
    private readonly room: GuardedRoom,
    private readonly parts: GuardParts,
  ) {
    const { doc } = room.text
    this.changed = new Set(topBlocks(doc))
    doc.getXmlFragment(CONTENT_ROOT).observeDeep((events) => {
      for (const event of events) this.note(event)
    })
    this.touched()
  }

  /** Edits were applied: there will be a look at them. */
  touched(): void {
    for (const block of this.unmended) this.changed.add(block)
    this.unmended = []
    const { quietMs, mostMs } = this.parts.delays ?? usualDelays
    const now = this.parts.clock()
    this.firstAt ??= now
    if (this.timer) clearTimeout(this.timer)
    const wait = Math.max(0, Math.min(quietMs, this.firstAt + mostMs - now))
    this.timer = setTimeout(() => void this.look(), wait)
    this.timer.unref()
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private note(event: Y.YEvent<Y.XmlFragment | Y.XmlText | Y.XmlElement>): void {
    const fragment = this.room.text.doc.getXmlFragment(CONTENT_ROOT)
    if (event.target === fragment) {
      for (const { content } of event.changes.added) {
        if (content instanceof Y.ContentType && isTopBlock(content.type)) this.changed.add(content.type)
      }
      return
    }
    let type: unknown = event.target
    while (type instanceof Y.AbstractType && type.parent !== fragment) type = type.parent
    if (isTopBlock(type)) this.changed.add(type)
  }

  private async look(): Promise<void> {
    this.timer = null
    this.firstAt = null
    if (this.isLooking || this.room.isEvicted) return
    this.isLooking = true
    try {
      const unsound = await this.unsoundBlocks()
      if (this.room.isEvicted) return
      if (unsound.length > 0) await this.repair(unsound)
      else if (this.changed.size === 0) this.soundSeq = this.room.seq
    } catch (error) {
      this.parts.report({ kind: 'trouble', what: 'the structure of a document could not be checked', error })
    } finally {
      this.isLooking = false
      if (this.changed.size > 0 && !this.room.isEvicted && !this.timer) this.touched()
    }
  }

  private async unsoundBlocks(): Promise<TopBlock[]> {
    const unsound: TopBlock[] = []
    let looked = 0
    for (const block of [...this.changed]) {
      if (++looked % blocksPerTurn === 0) await new Promise((resolve) => setImmediate(resolve))
      if (this.room.isEvicted) return []
      this.changed.delete(block)
      if (block._item?.deleted === false && !isSound(block)) unsound.push(block)
    }
    return unsound.filter((block) => block._item?.deleted === false)
  }

  private async repair(unsound: readonly TopBlock[]): Promise<void> {
    const { room, parts } = this
    const earlier = await this.earlierForms(unsound.map(keyOf))
    if (room.isEvicted) return
    const { doc } = room.text
    const replacements = new Map(
      unsound.map((block) => {
        const form = earlier.get(keyOf(block))
        return [block, form ? [form] : salvaged(block)] as const
      }),
    )
    const clientId = unusedId(doc)
    const bytes = replacementUpdate(doc, replacements, clientId)
    // Another process that sees the same blocks makes the same id, and only one of the two is stored.
    const opId = createHash('sha256').update(unsound.map(keyOf).sort().join(' ')).digest('base64url').slice(0, 22)
    const seq = await parts.journal.repair(room.documentId, { lookedAt: room.seq, opId, clientId, bytes })
    if (seq === null) {
      this.unmended = unsound
      // Closed, or mended by another process; what that did is looked at when it arrives.
      await room.catchUp()
      return
    }
    parts.report({ kind: 'structure', documentId: room.documentId, blocks: unsound.length })
    room.take([{ seq, bytes, edit: null }])
    parts.publish([{ seq, bytes }])
  }

  /** What these blocks were when the document was last of the schema, from the journal. */
  private async earlierForms(keys: readonly string[]): Promise<ReadonlyMap<string, NodeJson>> {
    const forms = new Map<string, NodeJson>()
    const { soundSeq } = this
    if (soundSeq === null) return forms
    const { journal } = this.parts
    const { documentId } = this.room
    const snapshot = await goodSnapshot(journal, documentId, soundSeq + 1)
    const rows = await rowsAfter(journal, documentId, snapshot?.seq ?? 0, soundSeq)
    const { doc } = replay(snapshot, rows, soundSeq, await journal.setAside(documentId))
    for (const block of topBlocks(doc)) {
      const key = keyOf(block)
      if (keys.includes(key) && block instanceof Y.XmlElement && isSound(block)) forms.set(key, rawNode(block))
    }
    doc.destroy()
    return forms
  }
}

const isTopBlock = (type: unknown): type is TopBlock => type instanceof Y.XmlElement || type instanceof Y.XmlText

const keyOf = (block: TopBlock) => `${block._item?.id.client}.${block._item?.id.clock}`

function unusedId(doc: Y.Doc): number {
  for (;;) {
    const id = randomInt(1, mostIds)
    if (!doc.store.clients.has(id)) return id
  }
}
