import { against, pause, percentile, spread } from './figures.ts'
import { connect, DocumentClient } from './live-client.ts'
import type { Seeded } from './seeded.ts'
import { startServer } from './server-process.ts'

export interface TypingFigures {
  readonly echoes: readonly number[]
  readonly acks: readonly number[]
  readonly rssMb: number
  /** Processors used while people typed: by the server, and by this process, which is everybody else. */
  readonly cores: { readonly server: number; readonly clients: number }
}

export interface TypingRun {
  readonly people: number
  readonly typists: number
  readonly perSecond: number
  readonly seconds: number
}

/** People in one document, some of them typing: how soon the others see it, how soon it is durable, what it costs. */
export async function typing(
  seeded: Seeded,
  run: TypingRun,
  env: Record<string, string>,
  port: number,
): Promise<TypingFigures> {
  const server = await startServer({ DATA_DIR: seeded.dataDir, ...env }, port)
  const sentAt = new Map<string, number>()
  const echoes: number[] = []
  const clients: DocumentClient[] = []
  try {
    for (let index = 0; index < run.people; index++) {
      const socket = await connect(server.address, seeded.members[index % seeded.members.length] ?? '')
      // Applying every batch in every client would measure this process: ten readers look, the others only receive.
      const isReading = index < run.typists || index >= run.people - 10
      const isWatching = index >= run.people - 10
      const client = new DocumentClient(socket, isReading, (who, clock) => {
        const at = isWatching ? sentAt.get(`${who}:${clock}`) : undefined
        if (at !== undefined) echoes.push(performance.now() - at)
      })
      await client.open(seeded.documentId)
      clients.push(client)
    }
    const meter = startMeter(() => server.processorSeconds())
    const writing = clients.slice(0, run.typists).map(async (client, index) => {
      await pause((index * 1_000) / run.perSecond / run.typists)
      const until = performance.now() + run.seconds * 1_000
      while (performance.now() < until) {
        const clock = client.type()
        sentAt.set(`${client.doc.clientID}:${clock}`, performance.now())
        await pause(1_000 / run.perSecond)
      }
    })
    await Promise.all(writing)
    const cores = meter()
    await pause(1_000)
    const refusals = clients.reduce((sum, client) => sum + client.refusals, 0)
    if (refusals > 0) console.log(`  ${refusals} edits were refused`)
    return { echoes, acks: clients.flatMap((client) => client.acks), rssMb: server.rssMb(), cores }
  } finally {
    for (const client of clients) client.socket.close()
    await server.stop()
  }
}

/** Answers how many processors the server and this process have used since. */
export function startMeter(serverSeconds: () => number): () => TypingFigures['cores'] {
  const started = { at: performance.now(), server: serverSeconds(), own: process.cpuUsage() }
  return () => {
    const seconds = (performance.now() - started.at) / 1_000
    const { user, system } = process.cpuUsage(started.own)
    return {
      server: (serverSeconds() - started.server) / seconds,
      clients: (user + system) / 1e6 / seconds,
    }
  }
}

export const sayCores = ({ server, clients }: TypingFigures['cores']) =>
  console.log(`    processors   server ${server.toFixed(2)}, clients ${clients.toFixed(2)}`)

export function sayTyping(name: string, { echoes, acks, rssMb, cores }: TypingFigures, rssLimit: number): void {
  console.log(`  ${name}`)
  console.log(`    remote echo  ${spread(echoes)}`)
  console.log(
    `      p50 ${against(percentile(echoes, 0.5), 20, 'ms')}; p95 ${against(percentile(echoes, 0.95), 50, 'ms')}`,
  )
  console.log(`    ack          ${spread(acks)}`)
  console.log(`      p95 ${against(percentile(acks, 0.95), 50, 'ms')}`)
  sayCores(cores)
  console.log(`    server RSS   ${against(rssMb, rssLimit, 'MB')}`)
}
