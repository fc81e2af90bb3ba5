import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'

type Reply = { id: number; value?: Uint8Array; error?: string }
type Call = { resolve(value?: Uint8Array): void; reject(error: Error): void }

/** Talks to the PGlite worker. One message at a time, in order. */
export class EmbeddedServer {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Call>()
  readonly #onCrash: (error: Error) => void
  #next = 0
  #ended: Error | null = null

  constructor(options: { folder: string | null; template?: string; onCrash?: (error: Error) => void }) {
    this.#onCrash = options.onCrash ?? (() => {})
    // execArgv is emptied so that a loader such as tsx is not loaded a second time
    this.#worker = new Worker(new URL('./worker.mjs', import.meta.url), {
      workerData: { folder: options.folder, template: options.template },
      execArgv: [],
    })
    this.#worker.on('message', ({ id, value, error }: Reply) => {
      const call = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (error) call?.reject(new Error(error))
      else call?.resolve(value)
    })
    this.#worker.on('error', (error) => this.#crash(error))
    this.#worker.on('exit', (code) => this.#crash(new Error(`The embedded database ended with code ${code}.`)))
  }

  call(type: 'ready' | 'send' | 'reset' | 'dump' | 'fsyncs' | 'close', payload?: Uint8Array<ArrayBuffer> | string) {
    return new Promise<Uint8Array | undefined>((resolve, reject) => {
      if (this.#ended) return reject(this.#ended)
      const id = ++this.#next
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ id, type, payload }, payload instanceof Uint8Array ? [payload.buffer] : [])
    })
  }

  /** How often the engine has made the disk keep what it wrote. */
  async fsyncs(): Promise<number> {
    return Number(new TextDecoder().decode(await this.call('fsyncs')))
  }

  async close() {
    if (this.#ended) return
    await this.call('close')
    this.#ended = new Error('The embedded database is closed.')
    await this.#worker.terminate()
  }

  #crash(error: Error) {
    if (this.#ended) return
    this.#ended = error
    for (const call of this.#waiting.values()) call.reject(error)
    this.#waiting.clear()
    this.#onCrash(error)
  }
}

/** What pg takes for a socket: its bytes go to the embedded server instead of the network. */
export class EmbeddedSocket extends Duplex {
  constructor(private readonly server: EmbeddedServer) {
    super()
  }
  connect() {
    this.server.call('reset').then(
      () => this.emit('connect'),
      (error) => this.destroy(error),
    )
    return this
  }
  setNoDelay() {
    return this
  }
  setKeepAlive() {
    return this
  }
  ref() {
    return this
  }
  unref() {
    return this
  }
  override _read() {}
  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error | null) => void) {
    // A copy: the chunk is a window on a larger buffer that pg will write to again.
    this.server.call('send', new Uint8Array(chunk)).then((reply) => {
      if (reply?.length) this.push(reply)
      done()
    }, done)
  }
  override _writev(parts: { chunk: Uint8Array }[], done: (error?: Error | null) => void) {
    this._write(Buffer.concat(parts.map((part) => part.chunk)), 'buffer', done)
  }
  override _final(done: () => void) {
    this.push(null)
    done()
  }
}
