// Runs PGlite on its own thread and answers PostgreSQL wire-protocol messages, so that neither WASM work nor an
// fsync ever blocks the thread that serves people. Plain JavaScript: worker threads get no TypeScript loader.
import { closeSync, fsyncSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

let fsyncs = 0

/** Emscripten's NODEFS leaves fsync out; without it a commit is safe from a crash of the process, not of the machine. */
class DurableNodeFS extends NodeFS {
  async init(pg, options) {
    const { emscriptenOpts } = await super.init(pg, options)
    const addFsync = ({ NODEFS }) => {
      NODEFS.stream_ops.fsync = (stream) => {
        const fd = stream.nfd ?? openSync(NODEFS.realPath(stream.node), 'r')
        try {
          fsyncSync(fd)
          fsyncs += 1
        } finally {
          if (stream.nfd === undefined) closeSync(fd)
        }
        return 0
      }
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } }
  }
}

const settings = { wal_sync_method: 'fsync', max_wal_size: '64MB', min_wal_size: '32MB', shared_buffers: '32MB' }
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
]
const { folder, template } = workerData
const loadDataDir = template ? new Blob([readFileSync(template)]) : undefined
const db = await PGlite.create(
  folder ? { fs: new DurableNodeFS(folder), startParams, loadDataDir } : { dataDir: 'memory://', loadDataDir },
)

// execProtocolRaw would keep every message it ever parsed (PGlite 0.5.16); the streaming form keeps nothing.
async function send(bytes) {
  const parts = []
  await db.execProtocolRawStream(bytes, { onRawData: (part) => parts.push(part.slice()) })
  return parts.length === 1 ? parts[0] : new Uint8Array(Buffer.concat(parts))
}

const handlers = {
  ready: async () => {},
  send,
  reset: async () => {
    if (db.isInTransaction()) await db.exec('ROLLBACK')
    await db.exec('DISCARD ALL')
  },
  dump: async (path) => writeFileSync(path, Buffer.from(await (await db.dumpDataDir('none')).arrayBuffer())),
  fsyncs: async () => new TextEncoder().encode(String(fsyncs)),
  close: () => db.close(),
}
let queue = Promise.resolve()
parentPort.on('message', ({ id, type, payload }) => {
  queue = queue.then(async () => {
    try {
      const value = await handlers[type](payload)
      parentPort.postMessage({ id, value }, value ? [value.buffer] : [])
    } catch (error) {
      parentPort.postMessage({ id, error: String(error?.stack ?? error) })
    }
  })
})
