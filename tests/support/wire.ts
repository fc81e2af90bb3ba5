import type { EmbeddedServer } from '#server/store/embedded/wire.ts'

/** Sends one simple-protocol query, past every driver and pool. */
export function simpleQuery(server: EmbeddedServer, sql: string) {
  const text = Buffer.from(`${sql}\0`)
  const header = Buffer.alloc(5)
  header.write('Q')
  header.writeUInt32BE(text.length + 4, 1)
  return server.call('send', new Uint8Array(Buffer.concat([header, text])))
}
