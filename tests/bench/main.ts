import { fork } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { agendaWatchers } from './agenda-watchers.ts'
import { percentile, spread } from './figures.ts'
import { forceBoardAtScale } from './force-board.ts'
import { pageWeight } from './page-weight.ts'
import { peerTyping } from './peer.ts'
import { seed } from './seeded.ts'
import { processorSeconds } from './server-process.ts'
import { sayCores, sayTyping, type TypingRun, typing } from './typing.ts'

// A benchmark, not a test: it prints figures and what they should be. Clients and server share the machine.
const only = process.argv.slice(2)
const isWanted = (name: string) => only.length === 0 || only.includes(name)
const basePort = 4_600
/** What the README names for a machine whose memory is short. */
const shortMemory = { MALLOC_TRIM_THRESHOLD_: '131072', NODE_OPTIONS: '--max-semi-space-size=4' }
const run: TypingRun = { people: 100, typists: 20, perSecond: 5, seconds: 20 }

const processor = cpus()
console.log(
  `Machine: ${processor.length} × ${processor[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
)

const seeded = await seed(run.people)
try {
  if (isWanted('typing')) await typingInTurns()
  if (isWanted('agenda')) {
    console.log('Live agenda')
    await agendaWatchers(seeded, basePort + 5)
  }
  if (isWanted('force')) {
    console.log('Force board: 60 delegations, 200 elements, 1,500 lines of offers')
    await forceBoardAtScale(basePort + 8)
  }
  if (isWanted('pages')) {
    console.log('Pages')
    await pageWeight(seeded, basePort + 6)
  }
} finally {
  seeded.remove()
}

async function typingInTurns(): Promise<void> {
  console.log(
    `Typing: ${run.people} people in one document, ${run.typists} typing ${run.perSecond} characters a second, ${run.seconds} s a turn, in turns`,
  )
  const rounds = 2
  const ratios: { echo: number; ack: number }[] = []
  for (let round = 1; round <= rounds; round++) {
    const ours = await typing(seeded, run, {}, basePort)
    sayTyping(`Plenary, embedded database on disk, durable acks (round ${round})`, ours, 450)
    const peer = await peerTurn()
    console.log(`  @hocuspocus/server (round ${round}; its acks come before anything is stored)`)
    console.log(`    remote echo  ${spread(peer.echoes)}`)
    console.log(`    ack          ${spread(peer.acks)}`)
    sayCores(peer.cores)
    ratios.push({
      echo: percentile(ours.echoes, 0.95) / percentile(peer.echoes, 0.95),
      ack: percentile(ours.acks, 0.95) / percentile(peer.acks, 0.95),
    })
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  console.log(
    `  ratio Plenary / hocuspocus at p95: echo ${mean(ratios.map(({ echo }) => echo)).toFixed(2)}, ack ${mean(ratios.map(({ ack }) => ack)).toFixed(2)}`,
  )
  const url = process.env.DATABASE_URL
  if (url) {
    const onServer = await seed(run.people, { url })
    const env = { DATABASE_URL: url, ...shortMemory }
    const figures = await typing(onServer, run, env, basePort + 1)
    sayTyping('Plenary on a PostgreSQL server, with the settings for short memory', figures, 220)
    onServer.remove()
  }
}

async function peerTurn() {
  const port = basePort + 2
  const child = fork(new URL('./peer-server.ts', import.meta.url), [String(port)], { execArgv: ['--import', 'tsx'] })
  await new Promise<void>((resolve) => child.once('message', () => resolve()))
  try {
    return await peerTyping(run, port, () => processorSeconds(child.pid))
  } finally {
    child.kill()
  }
}
