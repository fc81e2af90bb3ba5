import type { Clock } from './clock.ts'
import { handshakeRefusal } from './handshake-refusal.ts'
import type { LinkEnd, LinkState } from './link-state.ts'
import type { HandshakeRefusal } from './messages.ts'
import { afterLoss, afterSilence, nothingLearnt, reconnectDelayMs, transportsFor } from './reconnection.ts'
import type { LiveSocket } from './socket.client.ts'
import { Told } from './told.ts'

export interface LinkParts {
  readonly socket: LiveSocket
  readonly clock: Clock
  readonly random: () => number
  /** Calls back when a lost connection may well be back. */
  readonly onWakeUp: (wakeUp: () => void) => () => void
  /** What is open on the line: told before the screens are when it is lost, and after them when it is there. */
  readonly up: () => void
  readonly down: () => void
}

/** The line to the server: made, lost, made again, and given up when the server says so. */
export class Link {
  private readonly told = new Told<LinkState>({ kind: 'connecting' })
  readonly state = this.told.read
  readonly subscribe = this.told.subscribe
  private readonly stopWakeUp: () => void
  private lesson = nothingLearnt
  private failures = 0
  private connectedAt = 0
  /** The server asked not to be called before this. */
  private notBefore = 0
  private cancelRetry: (() => void) | null = null
  /** The attempt that has neither succeeded nor failed yet. */
  private undecided: object | null = null

  constructor(private readonly parts: LinkParts) {
    const { socket } = parts
    socket.on('connect', () => this.connected())
    socket.on('disconnect', () => this.disconnected())
    socket.on('connect_error', (error) => this.refused(error))
    socket.on('going-away', ({ withinMs }) => {
      this.notBefore = parts.clock.now() + Math.round(withinMs * parts.random())
    })
    this.stopWakeUp = parts.onWakeUp(() => this.retryNow())
  }

  get isConnected(): boolean {
    return this.state().kind === 'connected'
  }

  /** Tries again at once, unless the server asked for patience. */
  retryNow(): void {
    if (this.state().kind !== 'offline' || this.parts.clock.now() < this.notBefore) return
    this.failures = 0
    this.attempt()
  }

  attempt(): void {
    const { socket } = this.parts
    this.cancelRetry?.()
    Object.assign(socket.io.opts, transportsFor(this.lesson))
    socket.connect()
    const { engine } = socket.io
    this.undecided = engine
    engine.once('close', () => {
      if (this.undecided === engine) this.cutOff()
    })
  }

  /** `replaced` is said to a connection this page has given up itself; it comes back like any other that was lost. */
  ended(because: LinkEnd | 'replaced'): void {
    if (because !== 'replaced') this.end({ kind: 'ended', because })
  }

  close(): void {
    this.undecided = null
    this.parts.socket.off()
    this.stopWakeUp()
    this.end({ kind: 'offline', since: this.parts.clock.now(), isCrowded: false })
    this.told.close()
  }

  private connected(): void {
    const { engine } = this.parts.socket.io
    this.undecided = null
    this.failures = 0
    this.connectedAt = this.parts.clock.now()
    this.told.tell({ kind: 'connected', over: engine.transport.name === 'polling' ? 'polling' : 'websocket' })
    engine.once('upgrade', () => {
      if (this.isConnected) this.told.tell({ kind: 'connected', over: 'websocket' })
    })
    this.parts.up()
  }

  private disconnected(): void {
    const link = this.state()
    if (link.kind !== 'connected') return
    const now = this.parts.clock.now()
    this.lesson = afterLoss(this.lesson, link.over, now - this.connectedAt)
    this.lost({ kind: 'offline', since: now, isCrowded: false })
    this.tryLater(Math.max(this.notBefore - now, reconnectDelayMs(this.failures, this.parts.random())))
  }

  private refused(error: Error): void {
    this.undecided = null
    const refusal = handshakeRefusal(error)
    if (refusal?.code === 'reload') this.end({ kind: 'reload' })
    else if (refusal?.code === 'signed-out') this.ended('signed-out')
    else {
      if (error.message === 'timeout') this.lesson = afterSilence(this.lesson)
      this.failed(refusal)
    }
  }

  /** Something let the WebSocket through and cut it before a word was said; Socket.IO would wait for its time to be up. */
  private cutOff(): void {
    this.undecided = null
    this.parts.socket.disconnect()
    this.lesson = afterSilence(this.lesson)
    this.failed(null)
  }

  private failed(refusal: HandshakeRefusal | null): void {
    const delayMs = reconnectDelayMs(this.failures++, this.parts.random())
    const isCrowded = refusal?.code === 'crowded'
    const link = this.state()
    if (link.kind !== 'offline') this.lost({ kind: 'offline', since: this.parts.clock.now(), isCrowded })
    else if (link.isCrowded !== isCrowded) this.told.tell({ ...link, isCrowded })
    this.tryLater(refusal?.retryAfterMs ?? delayMs)
  }

  private tryLater(delayMs: number): void {
    this.cancelRetry?.()
    this.cancelRetry = this.parts.clock.later(delayMs, () => this.attempt())
  }

  private end(state: LinkState): void {
    this.cancelRetry?.()
    this.lost(state)
    this.parts.socket.disconnect()
  }

  private lost(state: LinkState): void {
    this.told.tell(state, this.parts.down)
  }
}
