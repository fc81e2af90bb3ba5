import { ByteWriter } from '#app/live/bytes.ts'

/** The update format of Yjs by hand, for what no honest client ever writes. */
export interface RawStruct {
  readonly kind: 'gc' | 'skip' | 'item'
  readonly length?: number
  readonly origin?: readonly [client: number, clock: number]
  readonly rightOrigin?: readonly [client: number, clock: number]
  /** A root's name or the id of a type; only without origins. */
  readonly parent?: string | readonly [client: number, clock: number]
  readonly sub?: string
  readonly content?: RawContent
}

export type RawContent =
  | { readonly text: string }
  | { readonly deleted: number }
  | { readonly element: string }
  | { readonly xmlText: true }
  | { readonly type: number }
  | { readonly mark: readonly [key: string, value: unknown] }
  | { readonly any: string }
  | { readonly embed: unknown }
  | { readonly binary: Uint8Array }
  | { readonly subdocument: string }

export interface RawUpdate {
  readonly structs?: readonly { readonly client: number; readonly clock: number; readonly list: readonly RawStruct[] }[]
  readonly deletes?: readonly {
    readonly client: number
    readonly ranges: readonly (readonly [clock: number, length: number])[]
  }[]
}

const utf8 = (text: string) => new TextEncoder().encode(text)

export function rawUpdate({ structs = [], deletes = [] }: RawUpdate): Uint8Array {
  const writer = new ByteWriter().number(structs.length)
  for (const { client, clock, list } of structs) {
    writer.number(list.length).number(client).number(clock)
    for (const struct of list) writeStruct(writer, struct)
  }
  writer.number(deletes.length)
  for (const { client, ranges } of deletes) {
    writer.number(client).number(ranges.length)
    for (const [clock, length] of ranges) writer.number(clock).number(length)
  }
  return writer.finish()
}

function writeStruct(
  writer: ByteWriter,
  { kind, length = 1, origin, rightOrigin, parent = 'content', sub, content }: RawStruct,
): void {
  if (kind === 'gc') writer.octet(0).number(length)
  else if (kind === 'skip') writer.octet(10).number(length)
  else {
    const made = content ?? { text: 'x' }
    writer.octet(refOf(made) | (origin ? 128 : 0) | (rightOrigin ? 64 : 0) | (sub === undefined ? 0 : 32))
    for (const id of [origin, rightOrigin]) if (id) writer.number(id[0]).number(id[1])
    if (!origin && !rightOrigin) {
      if (typeof parent === 'string') writer.number(1).block(utf8(parent))
      else writer.number(0).number(parent[0]).number(parent[1])
      if (sub !== undefined) writer.block(utf8(sub))
    }
    writeContent(writer, made)
  }
}

function refOf(content: RawContent): number {
  if ('deleted' in content) return 1
  if ('binary' in content) return 3
  if ('text' in content) return 4
  if ('embed' in content) return 5
  if ('mark' in content) return 6
  if ('any' in content) return 8
  return 'subdocument' in content ? 9 : 7
}

function writeContent(writer: ByteWriter, content: RawContent): void {
  if ('deleted' in content) writer.number(content.deleted)
  else if ('binary' in content) writer.block(content.binary)
  else if ('text' in content) writer.block(utf8(content.text))
  else if ('embed' in content) writer.block(utf8(JSON.stringify(content.embed)))
  else if ('mark' in content) writer.block(utf8(content.mark[0])).block(utf8(JSON.stringify(content.mark[1])))
  else if ('any' in content) writer.number(1).octet(119).block(utf8(content.any))
  else if ('subdocument' in content) writer.block(utf8(content.subdocument)).octet(118).number(0)
  else if ('element' in content) writer.number(3).block(utf8(content.element))
  else if ('xmlText' in content) writer.number(6)
  else writer.number(content.type)
}
