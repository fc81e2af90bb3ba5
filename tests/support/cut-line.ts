import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A line to `target` that a test can cut, leave dead (open, but silent) and mend. `port` is where to connect. */
export async function openCutLine(target: { host: string; port: number }) {
  const open = new Set<Socket>()
  let state: 'open' | 'cut' | 'silent' = 'open'
  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy()
    const far = connect(target)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.on('data', (bytes) => {
        if (state === 'open') to.write(bytes)
      })
      from.on('error', () => to.destroy())
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the line has no address')
  const dropAll = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    port: address.port,
    connections: () => open.size / 2,
    cut() {
      state = 'cut'
      dropAll()
    },
    silence() {
      state = 'silent'
    },
    mend() {
      state = 'open'
    },
    async close() {
      dropAll()
      server.close()
      await once(server, 'close')
    },
  }
}
