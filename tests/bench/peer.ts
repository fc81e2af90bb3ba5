import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { Server } from '@hocuspocus/server'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { pause } from './figures.ts'
import { startMeter, type TypingFigures, type TypingRun } from './typing.ts'

/** The same typing against @hocuspocus/server in a process of its own kind: this one's child would be fairer still. */
export async function peerTyping(
  run: TypingRun,
  port: number,
  serverSeconds: () => number,
): Promise<Omit<TypingFigures, 'rssMb'>> {
  const echoes: number[] = []
  const acks: number[] = []
  const sentAt = new Map<string, number>()
  const url = `ws://127.0.0.1:${port}`
  const providers: HocuspocusProvider[] = []
  try {
    for (let index = 0; index < run.people; index++) {
      const document = new Y.Doc()
      const websocketProvider = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket })
      const provider = new HocuspocusProvider({ websocketProvider, name: 'bench', document, awareness: null })
      provider.attach()
      await new Promise<void>((resolve) => provider.on('synced', () => resolve()))
      if (index >= run.people - 10) watchEchoes(document, sentAt, echoes)
      if (index < run.typists) watchAcks(provider, acks)
      providers.push(provider)
    }
    const meter = startMeter(serverSeconds)
    await Promise.all(
      providers.slice(0, run.typists).map(async (provider, index) => {
        const { document } = provider
        const text = document.getText(`person ${index}`)
        await pause((index * 1_000) / run.perSecond / run.typists)
        const until = performance.now() + run.seconds * 1_000
        while (performance.now() < until) {
          const clock = Y.decodeStateVector(Y.encodeStateVector(document)).get(document.clientID) ?? 0
          sentAt.set(`${document.clientID}:${clock}`, performance.now())
          lastSent.set(provider, performance.now())
          text.insert(text.length, 'x')
          await pause(1_000 / run.perSecond)
        }
      }),
    )
    const cores = meter()
    await pause(1_000)
    return { echoes, acks, cores }
  } finally {
    for (const provider of providers) {
      provider.destroy()
      provider.configuration.websocketProvider.destroy()
    }
  }
}

const lastSent = new WeakMap<HocuspocusProvider, number>()

function watchEchoes(document: Y.Doc, sentAt: ReadonlyMap<string, number>, echoes: number[]): void {
  let before = new Map<number, number>()
  document.on('update', () => {
    const after = Y.decodeStateVector(Y.encodeStateVector(document))
    for (const [client, clock] of after) {
      for (let at = before.get(client) ?? 0; at < clock; at++) {
        const sent = sentAt.get(`${client}:${at}`)
        if (sent !== undefined) echoes.push(performance.now() - sent)
      }
    }
    before = after
  })
}

/** Its "nothing unsynced" is said before anything is stored: what it is worth after a crash is nothing. */
function watchAcks(provider: HocuspocusProvider, acks: number[]): void {
  provider.on('unsyncedChanges', ({ number }: { number: number }) => {
    const at = lastSent.get(provider)
    if (number === 0 && at !== undefined) acks.push(performance.now() - at)
  })
}

export async function startPeer(port: number): Promise<() => Promise<unknown>> {
  const server = new Server({ port, address: '127.0.0.1', quiet: true, debounce: 2_000 })
  await server.listen()
  return () => server.destroy()
}
