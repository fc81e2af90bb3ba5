import * as Y from 'yjs'
import type { Person } from '#app/kernel/actor.ts'
import { missing } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { CONTENT_ROOT, type Opened, type OpenInput, type Push, type ServerToClient } from '#app/live/messages.ts'
import { Decoder } from '#app/live/packet-parser.ts'
import { editorNames as names } from '#server/editor-names.ts'
import { CommitQueue } from '#server/live/commit-queue.ts'
import type { Connection, EndCode } from '#server/live/connection.ts'
import type { Frame } from '#server/live/frame.ts'
import { Joining } from '#server/live/joining.ts'
import type { Member, PendingEdit } from '#server/live/member.ts'
import type { Opening } from '#server/live/opening.ts'
import type { LiveEvent } from '#server/live/report.ts'
import type { Room } from '#server/live/room.ts'
import { Rooms, type RoomsParts } from '#server/live/rooms.ts'
import { anActing } from './acting.ts'
import { MemoryJournal } from './memory-journal.ts'

export const aPerson = (name: string): Person => ({
  kind: 'person',
  personId: `person of ${name}`,
  loginId: `login of ${name}`,
  name,
  locale: 'en',
  isOrganiser: false,
  reauthenticatedAt: null,
  acting: anActing('DRAFTER', { accreditationId: `accreditation of ${name}` }),
})

export type Heard = {
  [Event in keyof ServerToClient]: { event: Event; message: Parameters<ServerToClient[Event]>[0] }
}[keyof ServerToClient]

/** A connection without a socket: what it is sent is decoded again and kept, or handed on. */
export class FakeLine implements Connection {
  readonly id = newId()
  readonly heard: Heard[] = []
  isOpen = true
  ended: EndCode | null = null
  waiting = { packets: 0, bytes: 0 }
  onHeard: (heard: Heard) => void = () => {}

  constructor(readonly actor: Person) {}

  send(frame: Frame): void {
    if (!this.isOpen) return
    const decoder = new Decoder()
    decoder.on('decoded', ({ data }) => {
      const [event, message] = data as [never, never]
      const heard: Heard = { event, message }
      this.heard.push(heard)
      this.onHeard(heard)
    })
    decoder.add(frame.packet)
  }

  backlog() {
    return this.waiting
  }

  end(code: EndCode): void {
    this.ended = code
    this.isOpen = false
  }

  cut(): void {
    this.isOpen = false
  }

  of<Event extends keyof ServerToClient>(event: Event): Parameters<ServerToClient[Event]>[0][] {
    return this.heard.filter((each) => each.event === event).map(({ message }) => message as never)
  }
}

export interface Engine {
  readonly rooms: Rooms
  readonly joining: Joining
  readonly queue: CommitQueue<PendingEdit>
  readonly journal: MemoryJournal
  readonly events: LiveEvent[]
  /** What a seat may do; writing unless the test says otherwise. */
  readonly access: Map<string, 'read' | 'write' | 'none'>
}

/** Rooms over a journal in memory, opened by whoever comes. The journal may be that of an engine that was lost. */
export function anEngine(journal = new MemoryJournal(), more: Partial<RoomsParts> = {}): Engine {
  const events: LiveEvent[] = []
  const report = (event: LiveEvent) => void events.push(event)
  const queue = new CommitQueue<PendingEdit>(journal, report)
  const access: Engine['access'] = new Map()
  const rooms = new Rooms({
    journal,
    queue,
    names,
    report,
    clock: () => performance.now(),
    isShared: false,
    lingerMs: 0,
    publish: () => {},
    presenceChanged: () => {},
    structure: null,
    ...more,
  })
  const joining = new Joining({ rooms, opening: openingOf(journal, access) })
  return { rooms, joining, queue, journal, events, access }
}

function openingOf(journal: MemoryJournal, access: Engine['access']): Opening {
  const granted = (person: Person, documentId: string) => {
    const may = access.get(person.name) ?? 'write'
    if (may === 'none' || !journal.documents.has(documentId)) throw missing()
    return { access: may, accessEpoch: journal.kept(documentId).accessEpoch }
  }
  return {
    async admit(person, { document, resume, carry = [] }) {
      const decided = granted(person, document)
      const { accreditationId } = person.acting ?? { accreditationId: '' }
      const holder = newId()
      journal.issued += 1
      const { issued } = journal
      const held = journal.admit(
        document,
        accreditationId,
        holder,
        resume === undefined ? carry : [resume, ...carry],
        issued,
      )
      const mayWrite = decided.access === 'write'
      const own = resume !== undefined && held.includes(resume) ? resume : issued
      return {
        ...decided,
        who: { kind: 'person', name: person.name },
        bearerKey: accreditationId,
        holder,
        clientId: mayWrite ? own : null,
        carried: mayWrite ? held.filter((id) => id !== own && id !== issued) : [],
        isEditorCurrent: true,
      }
    },
    access: async (person, documentId) => granted(person, documentId),
  }
}

/** A document with one paragraph that says this. */
export function aPaper(journal: MemoryJournal, words = 'The force.'): string {
  const id = newId()
  const doc = new Y.Doc()
  doc.clientID = 1
  const paragraph = new Y.XmlElement('paragraph')
  doc.getXmlFragment(CONTENT_ROOT).insert(0, [paragraph])
  paragraph.insert(0, [new Y.XmlText(words)])
  journal.create(id, Y.encodeStateAsUpdate(doc))
  return id
}

export interface Seated {
  readonly line: FakeLine
  readonly room: Room
  readonly member: Member
  readonly opened: Opened
  readonly doc: Y.Doc
  push(update: Uint8Array, more?: Partial<Push>): number
  /** Takes an update of one's own in that an earlier page had made. */
  know(update: Uint8Array): void
  /** Local edits as one update, which nobody has sent yet. */
  edit(change: (text: Y.XmlText, content: Y.XmlFragment) => void): Uint8Array
}

/** Somebody with the document open, whose copy follows what the room tells. */
export async function sit(
  engine: Engine,
  documentId: string,
  name: string,
  input: Partial<OpenInput> = {},
  line = new FakeLine(aPerson(name)),
): Promise<Seated> {
  const doc = new Y.Doc()
  const answers: Opened[] = []
  const { room, member } = await engine.joining.join(line, { document: documentId, schema: 1, ...input }, (opened) => {
    answers.push(opened)
    Y.applyUpdate(doc, opened.update, 'server')
    if (opened.clientId !== null) doc.clientID = opened.clientId
    line.onHeard = (heard) => {
      if (heard.event === 'batch') Y.applyUpdate(doc, heard.message.update, 'server')
    }
  })
  const [opened] = answers
  if (!opened) throw new Error('not answered')
  let counter = 0
  return {
    line,
    room,
    member,
    opened,
    doc,
    push(update, more = {}) {
      counter += 1
      room.push(member, { room: room.number, counter, opId: newId(), update, ...more })
      return counter
    },
    know(update) {
      const { clientID } = doc
      Y.applyUpdate(doc, update, 'server')
      doc.clientID = clientID
    },
    edit(change) {
      const before = Y.encodeStateVector(doc)
      const content = doc.getXmlFragment(CONTENT_ROOT)
      const deleted: Uint8Array[] = []
      const keep = (update: Uint8Array) => void deleted.push(update)
      doc.on('update', keep)
      doc.transact(() => change(textIn(content), content))
      doc.off('update', keep)
      return deleted.length > 0 ? Y.mergeUpdates(deleted) : Y.encodeStateAsUpdate(doc, before)
    },
  }
}

export function textIn(content: Y.XmlFragment): Y.XmlText {
  for (const element of content.toArray()) {
    const child = element instanceof Y.XmlElement ? element.get(0) : null
    if (child instanceof Y.XmlText) return child
  }
  throw new Error('the document has no text')
}

export const append = (words: string) => (text: Y.XmlText) => text.insert(text.length, words)

/** Lets everything that was begun come to its end: commits, answers, and the turns of the event loop between them. */
export async function settled({ queue }: Pick<Engine, 'queue'>): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setImmediate(resolve))
    await queue.whenIdle()
  }
}

export const wordsOf = (doc: Y.Doc): string => doc.getXmlFragment(CONTENT_ROOT).toString()

/** A promise that the test opens: how a commit is made to take its time. */
export function gate(): { readonly promise: Promise<void>; open(): void } {
  let open = () => {}
  const promise = new Promise<void>((resolve) => {
    open = resolve
  })
  return { promise, open: () => open() }
}

export async function twoWriters(journal = new MemoryJournal(), more: Partial<RoomsParts> = {}) {
  const engine = anEngine(journal, more)
  const paper = aPaper(engine.journal)
  const norway = await sit(engine, paper, 'Norway')
  const chile = await sit(engine, paper, 'Chile')
  return { engine, paper, norway, chile }
}
