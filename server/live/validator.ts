import * as Y from 'yjs'
import { ByteReader } from '#app/live/bytes.ts'
import { CONTENT_ROOT } from '#app/live/messages.ts'
import { type Overlay, remember, rootSpot, type Spot, spotInside, spotOf } from './spot.ts'
import { isMarkOf, isPlainValue, type Vocabulary } from './vocabulary.ts'

export interface Writer {
  /** Whether the client id was issued to this writer for this document. */
  owns(clientId: number): boolean
  /** What this writer sent before and is not applied yet. */
  readonly overlay: Overlay
}

export interface ValidatorLimits {
  readonly bytes: number
  /** In units of the text: one per character, one per element. */
  readonly units: number
  readonly depth: number
}

export const ordinaryLimits: ValidatorLimits = { bytes: 64 * 1024, units: 200_000, depth: 50 }
export const bulkLimits: ValidatorLimits = { bytes: 1024 * 1024, units: 1024 * 1024, depth: 50 }

/** Insertions at one and the same point cost the square of their number when they are merged. */
const mostAtOnePoint = 200

export type RejectCode = 'too-large' | 'malformed' | 'foreign-client' | 'forbidden-content'

export type Verdict =
  | {
      readonly kind: 'accepted'
      readonly clientIds: readonly number[]
      readonly adds: boolean
      /** Upper bound of the units that it deletes; what is deleted already counts too. */
      readonly deletes: number
      /** What the writer's overlay gains until the update is applied. */
      readonly added: Overlay
    }
  /** Something that it builds on is not here. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'rejected'; readonly code: RejectCode }

class Rejection extends Error {
  constructor(readonly code: RejectCode | 'gap') {
    super(code)
  }
}

/**
 * Decides whether an update may enter the journal (SEC-064). Accepted means that applying it after what is in `doc` and
 * in the writer's overlay neither throws nor leaves anything pending. Hygiene, not the boundary: who may write is.
 */
export function validate(
  update: Uint8Array,
  doc: Y.Doc,
  writer: Writer,
  names: Vocabulary,
  limits = ordinaryLimits,
): Verdict {
  if (update.length > limits.bytes) return { kind: 'rejected', code: 'too-large' }
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdate(update)
  } catch {
    // Whatever a decoder throws at crafted bytes, it means the same.
    return { kind: 'rejected', code: 'malformed' }
  }
  try {
    return new Check(doc, writer, names, limits).run(decoded, update)
  } catch (error) {
    if (!(error instanceof Rejection)) throw error
    return error.code === 'gap' ? { kind: 'gap' } : { kind: 'rejected', code: error.code }
  }
}

type Struct = Y.Item | Y.GC

class Check {
  private readonly queues = new Map<number, Struct[]>()
  private readonly reach = new Map<number, number>()
  private readonly added: Overlay = new Map()
  private readonly points = new Map<string, number>()
  private units = 0

  constructor(
    private readonly doc: Y.Doc,
    private readonly writer: Writer,
    private readonly names: Vocabulary,
    private readonly limits: ValidatorLimits,
  ) {}

  run({ structs, ds }: ReturnType<typeof Y.decodeUpdate>, update: Uint8Array): Verdict {
    this.sort(structs)
    // A client listed twice, or with nothing, makes Yjs drop what was listed first.
    if (new ByteReader(update).number() !== this.queues.size) throw new Rejection('malformed')
    const adds = this.placeAll()
    const deletes = this.countDeletes(ds)
    return { kind: 'accepted', clientIds: [...this.queues.keys()], adds, deletes, added: this.added }
  }

  private sort(structs: readonly (Y.Item | Y.GC | Y.Skip)[]): void {
    for (const struct of structs) {
      const { client, clock } = struct.id
      if (struct instanceof Y.Skip || struct.length < 1) throw new Rejection('malformed')
      if (!this.writer.owns(client)) throw new Rejection('foreign-client')
      this.units += struct.length
      const queue = this.queues.get(client)
      const last = queue?.at(-1)
      if (queue && last?.id.clock !== undefined && clock === last.id.clock + last.length) queue.push(struct)
      else if (queue) throw new Rejection('malformed')
      else this.queues.set(client, [struct])
    }
    if (this.units > this.limits.units) throw new Rejection('too-large')
  }

  /** Takes the structs in an order in which everything they build on is there before them, as Yjs will. */
  private placeAll(): boolean {
    let adds = false
    const waiting = [...this.queues.values()].map((queue) => ({ queue, next: 0 }))
    for (let progress = true; progress; ) {
      progress = false
      for (const turn of waiting) {
        for (let struct = turn.queue[turn.next]; struct && this.isReady(struct); struct = turn.queue[turn.next]) {
          adds = this.place(struct) || adds
          turn.next += 1
          progress = true
        }
      }
    }
    if (waiting.some(({ queue, next }) => next < queue.length)) throw new Rejection('gap')
    return adds
  }

  private isReady(struct: Struct): boolean {
    if (struct.id.clock > this.reachOf(struct.id.client)) throw new Rejection('gap')
    return dependencies(struct).every((id) => {
      if (id.client !== struct.id.client) return id.clock < this.reachOf(id.client)
      // Yjs takes for granted that nobody builds on what one writes later.
      if (id.clock >= struct.id.clock) throw new Rejection('malformed')
      return true
    })
  }

  /** False when the struct is known already. */
  private place(struct: Struct): boolean {
    const { client, clock } = struct.id
    const end = clock + struct.length
    const reach = this.reachOf(client)
    if (end <= reach) return false
    // Half known: its other half may claim to stand elsewhere than the first. The sender is asked for the rest alone.
    if (clock < reach) throw new Rejection('gap')
    const spot = struct instanceof Y.Item ? this.spotFor(struct) : null
    if (struct instanceof Y.Item) this.checkContent(struct, spot)
    remember(this.added, client, { clock, end, spot, opens: opensFor(struct) })
    this.reach.set(client, end)
    return true
  }

  private spotFor(item: Y.Item): Spot | null {
    const parent: unknown = item.parent
    this.countPoint(item, parent)
    const known = (id: Y.ID, find: typeof spotOf) =>
      find(id, this.doc, this.added) ?? find(id, this.doc, this.writer.overlay)
    if (item.origin) return known(item.origin, spotOf)
    if (item.rightOrigin) return known(item.rightOrigin, spotOf)
    if (typeof parent === 'string' && parent !== CONTENT_ROOT) throw new Rejection('forbidden-content')
    const spot = parent instanceof Y.ID ? known(parent, spotInside) : rootSpot
    if (item.parentSub === null || spot === null) return spot
    if (spot === rootSpot || !this.names.isAttribute(item.parentSub)) throw new Rejection('forbidden-content')
    return { place: 'attribute', depth: spot.depth }
  }

  private countPoint(item: Y.Item, parent: unknown): void {
    const name = (id: Y.ID | null) => (id ? `${id.client}.${id.clock}` : '')
    const inside = parent instanceof Y.ID ? name(parent) : ''
    const point = `${name(item.origin)} ${name(item.rightOrigin)} ${inside} ${item.parentSub ?? ''}`
    const count = (this.points.get(point) ?? 0) + 1
    if (count > mostAtOnePoint) throw new Rejection('malformed')
    this.points.set(point, count)
  }

  private checkContent({ content }: Y.Item, spot: Spot | null): void {
    if (spot && spot.depth >= this.limits.depth) throw new Rejection('forbidden-content')
    if (content instanceof Y.ContentDeleted) return
    const fits =
      (content instanceof Y.ContentString && isAt(spot, 'text')) ||
      (content instanceof Y.ContentFormat && isAt(spot, 'text') && this.isMark(content)) ||
      (content instanceof Y.ContentType && isAt(spot, 'block') && this.isElement(content.type)) ||
      (content instanceof Y.ContentAny &&
        isAt(spot, 'attribute') &&
        content.arr.length === 1 &&
        isPlainValue(content.arr[0]))
    if (!fits) throw new Rejection('forbidden-content')
  }

  private isMark(content: Y.ContentFormat): boolean {
    return isMarkOf(this.names, content.key) && isPlainValue(content.value)
  }

  private isElement(type: unknown): boolean {
    return type instanceof Y.XmlText || (type instanceof Y.XmlElement && this.names.isNode(type.nodeName))
  }

  private countDeletes(ds: ReturnType<typeof Y.decodeUpdate>['ds']): number {
    let units = 0
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges) {
        if (len < 1) throw new Rejection('malformed')
        if (clock + len > this.reachOf(client)) throw new Rejection('gap')
        units += len
      }
    }
    return units
  }

  private reachOf(client: number): number {
    const reached = this.reach.get(client)
    if (reached !== undefined) return reached
    const applied = Y.getState(this.doc.store, client)
    const reach = Math.max(applied, this.writer.overlay.get(client)?.at(-1)?.end ?? 0)
    this.reach.set(client, reach)
    return reach
  }
}

const isAt = (spot: Spot | null, place: Spot['place']) => spot === null || spot.place === place

function dependencies(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const parent: unknown = struct.parent
  return [struct.origin, struct.rightOrigin, parent].filter((id) => id instanceof Y.ID)
}

function opensFor(struct: Struct): 'block' | 'text' | null {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return null
  return struct.content.type instanceof Y.XmlText ? 'text' : 'block'
}
