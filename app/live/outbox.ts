import { mergeUpdates, parseUpdateMeta } from 'yjs'
import type { UnsentEdit } from './unsent-store.ts'

/** While nothing can be sent, edits are joined up to this size: each joining is written to the device as a whole. */
const joinedBytes = 16 * 1024

interface Waiting extends UnsentEdit {
  /** Its counter in the present room, while an answer is awaited. */
  sentAs: number | null
  /** Bytes the server may have seen are never changed under the same op id. */
  wasSent: boolean
  isKept: boolean
  isRefused: boolean
}

export interface Queued {
  readonly edit: UnsentEdit
  readonly replacing: readonly string[]
}

/** The edits of one document that the server has not acknowledged, in the order they were made. */
export class Outbox {
  private waiting: Waiting[] = []
  private lastCounter = 0

  constructor(
    private readonly tab: string,
    private readonly newOpId: () => string,
  ) {}

  get isEmpty(): boolean {
    return this.waiting.length === 0
  }
  get edits(): number {
    return this.waiting.reduce((sum, { edits }) => sum + edits, 0)
  }
  get updates(): Uint8Array[] {
    return this.waiting.map(({ bytes }) => bytes)
  }
  get oldestAt(): number | null {
    return this.waiting[0]?.at ?? null
  }
  /** Edits that are on this device, and all before them; then when the first one that is not was made. */
  get kept(): { readonly edits: number; readonly unkeptSince: number | null } {
    const first = this.waiting.findIndex(({ isKept }) => !isKept)
    const kept = first < 0 ? this.waiting : this.waiting.slice(0, first)
    return { edits: kept.reduce((sum, { edits }) => sum + edits, 0), unkeptSince: this.waiting[first]?.at ?? null }
  }
  /** The Yjs client ids these edits were written with. */
  get clientIds(): number[] {
    return [...new Set(this.waiting.flatMap(({ bytes }) => clientIdsOf(bytes)))]
  }

  add(bytes: Uint8Array, at: number, edits: number): Queued {
    const last = this.waiting.at(-1)
    if (!last || last.wasSent || last.bytes.length + bytes.length > joinedBytes) {
      return { edit: this.append({ bytes, at, edits }), replacing: [] }
    }
    this.waiting.pop()
    const joined = { bytes: mergeUpdates([last.bytes, bytes]), at: last.at, edits: last.edits + edits }
    return { edit: this.append(joined), replacing: [last.opId] }
  }

  /** What an earlier page left on this device comes first, as it was. */
  restore(edits: readonly UnsentEdit[]): void {
    const known = new Set(this.waiting.map(({ opId }) => opId))
    const found = edits.filter(({ opId }) => !known.has(opId))
    this.waiting.unshift(
      ...found.map((edit) => ({ ...edit, sentAs: null, wasSent: true, isKept: true, isRefused: false })),
    )
    this.lastCounter = Math.max(this.lastCounter, ...edits.map(({ counter }) => counter))
  }

  /** One edit instead of all that wait: the server asked for everything it has not got. */
  replaceAll(bytes: Uint8Array, at: number): Queued {
    const replaced = this.waiting
    const edits = this.edits
    this.waiting = []
    const edit = this.append({ bytes, at: replaced[0]?.at ?? at, edits })
    return { edit, replacing: replaced.map(({ opId }) => opId) }
  }

  toSend(): UnsentEdit[] {
    return this.waiting.filter(({ sentAs, isRefused }) => sentAs === null && !isRefused)
  }

  sent(opId: string, counter: number): void {
    for (const each of this.waiting) {
      if (each.opId !== opId) continue
      each.sentAs = counter
      each.wasSent = true
    }
  }

  markKept(opId: string): void {
    for (const each of this.waiting) if (each.opId === opId) each.isKept = true
  }

  /** Takes out what was sent up to this counter. Anything queued again since then stays. */
  saved(counter: number): UnsentEdit[] {
    const isSaved = ({ sentAs }: Waiting) => sentAs !== null && sentAs <= counter
    const saved = this.waiting.filter(isSaved)
    this.waiting = this.waiting.filter((each) => !isSaved(each))
    return saved
  }

  takeOut(isMeant: (edit: UnsentEdit) => boolean): UnsentEdit[] {
    const taken = this.waiting.filter(isMeant)
    this.waiting = this.waiting.filter((each) => !isMeant(each))
    return taken
  }

  /** The push with this counter and all after it wait again. False when no such push is awaited any more. */
  sendAgainFrom(counter: number): boolean {
    if (!this.waiting.some(({ sentAs }) => sentAs === counter)) return false
    for (const each of this.waiting) if (each.sentAs !== null && each.sentAs >= counter) each.sentAs = null
    return true
  }

  sendAllAgain(): void {
    for (const each of this.waiting) each.sentAs = null
  }

  /** Never sent again, and not taken for saved when a later push is. */
  refuse(counter: number): boolean {
    const refused = this.waiting.find(({ sentAs }) => sentAs === counter)
    if (!refused) return false
    refused.sentAs = null
    refused.isRefused = true
    return true
  }

  clear(): UnsentEdit[] {
    return this.takeOut(() => true)
  }

  private append(made: { bytes: Uint8Array; at: number; edits: number }): UnsentEdit {
    const edit = { ...made, opId: this.newOpId(), counter: ++this.lastCounter, tab: this.tab }
    this.waiting.push({ ...edit, sentAs: null, wasSent: false, isKept: false, isRefused: false })
    return edit
  }
}

export const clientIdsOf = (bytes: Uint8Array): number[] => [...parseUpdateMeta(bytes).from.keys()]
