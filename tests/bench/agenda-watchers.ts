import type { Patched, Watching } from '#app/live/messages.ts'
import { against, pause, percentile, spread } from './figures.ts'
import { answered, connect, type LiveSocket, watch } from './live-client.ts'
import type { Seeded } from './seeded.ts'
import { startServer } from './server-process.ts'

/** 500 screens watch the agenda; the desk acts. How soon does the last of them show it, and how often was the query asked? */
export async function agendaWatchers(seeded: Seeded, port: number): Promise<void> {
  const server = await startServer({ DATA_DIR: seeded.dataDir }, port)
  const sockets: LiveSocket[] = []
  try {
    const people = [...seeded.members, ...seeded.states, ...seeded.observers]
    const reached: number[] = []
    let actedAt = 0
    for (let index = 0; index < 500; index++) {
      const socket = await connect(server.address, people[index % people.length] ?? '')
      for (const event of ['result', 'patch'] as const)
        socket.on(event, (_: Watching | Patched) => reached.push(performance.now() - actedAt))
      await watch(socket, 'agenda.board', {})
      sockets.push(socket)
    }
    const desk = await connect(server.address, seeded.secretary)
    sockets.push(desk)
    const askedBefore = await server.metric('live_queries_asked')
    const acts = 20
    for (let act = 0; act < acts; act++) {
      const itemId = seeded.itemIds[0]
      actedAt = performance.now()
      const name = act % 2 === 0 ? 'agenda.suspendItem' : 'agenda.resumeItem'
      const input = act % 2 === 0 ? { itemId, reason: '' } : { itemId }
      await answered((ack) => desk.emit('mutate', { name, input }, ack))
      await pause(1_000)
    }
    const asked = (await server.metric('live_queries_asked')) - askedBefore
    console.log(`  a change of the agenda on 500 screens: ${spread(reached)}`)
    console.log(`    p95 ${against(percentile(reached, 0.95), 300, 'ms')}; ${reached.length} results for ${acts} acts`)
    if (Number.isFinite(asked))
      console.log(`    questions asked: ${asked} for ${acts} acts and the audiences that watched`)
  } finally {
    for (const socket of sockets) socket.close()
    await server.stop()
  }
}
