import { against, pause, percentile, spread } from './figures.ts'
import { connect, DocumentClient } from './live-client.ts'
import type { Seeded } from './seeded.ts'
import { startServer } from './server-process.ts'

export interface TypingFigures {
  readonly echoes: readonly number[]
  readonly acks: readonly number[]
  readonly rssMb: number
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
    await pause(1_000)
    const refusals = clients.reduce((sum, client) => sum + client.refusals, 0)
    if (refusals > 0) console.log(`  ${refusals} edits were refused`)
    return { echoes, acks: clients.flatMap((client) => client.acks), rssMb: server.rssMb() }
  } finally {
    for (const client of clients) client.socket.close()
    await server.stop()
  }
}

export function sayTyping(name: string, { echoes, acks, rssMb }: TypingFigures, rssLimit: number): void {
  console.log(`  ${name}`)
  console.log(`    remote echo  ${spread(echoes)}`)
  console.log(
    `      p50 ${against(percentile(echoes, 0.5), 20, 'ms')}; p95 ${against(percentile(echoes, 0.95), 50, 'ms')}`,
  )
  console.log(`    ack          ${spread(acks)}`)
  console.log(`      p95 ${against(percentile(acks, 0.95), 50, 'ms')}`)
  console.log(`    server RSS   ${against(rssMb, rssLimit, 'MB')}`)
}
