import { chromium, type Page } from '@playwright/test'
import type { Patched, Watching } from '#app/live/messages.ts'
import { findBrowser } from '#tests/support/browser.ts'
import { against, pause, percentile, spread } from './figures.ts'
import { type ForceSeed, seedForce } from './force-seed.ts'
import { answered, connect, type LiveSocket, watch } from './live-client.ts'
import { type ServerProcess, startServer } from './server-process.ts'

const betweenKeysMs = 100
// A server that has just started has not compiled what it runs.
const firstOnes = 5

/** The board of a large conference: how soon it is ready, how soon 500 screens have a change, and what a key costs. */
export async function forceBoardAtScale(port: number): Promise<void> {
  const seeded = await seedForce()
  const server = await startServer({ DATA_DIR: seeded.dataDir }, port)
  try {
    await ready(server, seeded)
    await watchers(server, seeded)
    await keys(server, seeded)
  } finally {
    await server.stop()
    seeded.remove()
  }
}

async function ready({ address }: ServerProcess, { states, organiser }: ForceSeed): Promise<void> {
  for (const [who, cookie] of [
    ['a state', states[3] ?? ''],
    ['the secretariat', organiser],
  ] as const) {
    const socket = await connect(address, cookie)
    const took: number[] = []
    let size = 0
    for (let round = 0; round < firstOnes + 30; round++) {
      const begun = performance.now()
      const board = await answered((ack) => socket.emit('ask', { name: 'force.board', input: {} }, ack))
      await answered((ack) => socket.emit('ask', { name: 'force.own', input: {} }, ack))
      took.push(performance.now() - begun)
      size = JSON.stringify(board).length
    }
    socket.close()
    const first = took.splice(0, firstOnes).map(Math.round)
    console.log(`  the board for ${who}, both questions: ${spread(took)}, ${Math.round(size / 1024)} KB`)
    console.log(`    the first ${firstOnes} before them: ${first.join(', ')} ms`)
    console.log(`    p95 ${against(percentile(took, 0.95), 150, 'ms')}`)
  }
}

async function watchers(server: ServerProcess, { states, organiser, line, phaseIds }: ForceSeed): Promise<void> {
  const sockets: LiveSocket[] = []
  const reached: number[] = []
  let actedAt = 0
  for (let index = 0; index < 500; index++) {
    const socket = await connect(server.address, states[index % states.length] ?? '')
    for (const event of ['result', 'patch'] as const)
      socket.on(event, (_: Watching | Patched) => reached.push(performance.now() - actedAt))
    await watch(socket, 'force.board', {})
    await watch(socket, 'force.own', {})
    sockets.push(socket)
  }
  const desk = await connect(server.address, organiser)
  sockets.push(desk)
  const before = await server.metric('live_queries_asked')
  const acts = 12
  for (let act = 1; act <= acts; act++) {
    const accepted = Object.fromEntries(phaseIds.map((phaseId) => [phaseId, act]))
    const input = { ...line, accepted, keepsSurplus: false, decision: null }
    actedAt = performance.now()
    await answered((ack) => desk.emit('mutate', { name: 'force.acceptLine', input }, ack))
    await pause(2_000)
  }
  const asked = (await server.metric('live_queries_asked')) - before
  for (const socket of sockets) socket.close()
  console.log(`  an acceptance on 500 screens of 60 states: ${spread(reached)}`)
  console.log(`    p95 ${against(percentile(reached, 0.95), 500, 'ms')}; ${reached.length} results for ${acts} acts`)
  if (Number.isFinite(asked)) console.log(`    questions asked: ${asked} for ${acts} acts`)
}

/** From a key to the page's having dealt with it, as the browser's own event timing says. */
async function keys(server: ServerProcess, { states }: ForceSeed): Promise<void> {
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
  try {
    const context = await browser.newContext()
    const [name = '', value = ''] = (states[3] ?? '').split('=')
    await context.addCookies([{ name, value, url: server.address }])
    const page = await context.newPage()
    await page.goto(`${server.address}/forces`, { waitUntil: 'networkidle' })
    await page.getByRole('table').first().waitFor()
    const took = await timedKeys(page, async () => {
      for (const key of [...Array<string>(60).fill('Tab'), ...Array<string>(20).fill('ArrowDown')]) {
        await page.keyboard.press(key)
        await pause(betweenKeysMs)
      }
    })
    console.log(`  a key on the board, ${1000 / betweenKeysMs} in a second: ${spread(took)}`)
    console.log(`    p95 ${against(percentile(took, 0.95), 50, 'ms')}`)
  } finally {
    await browser.close()
  }
}

async function timedKeys(page: Page, press: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const took: number[] = []
    const begun = new Map<Event, number>()
    addEventListener('keydown', (event) => begun.set(event, event.timeStamp), { capture: true })
    addEventListener('keydown', (event) => {
      const since = begun.get(event) ?? event.timeStamp
      requestAnimationFrame(() => setTimeout(() => took.push(performance.now() - since)))
    })
    Object.assign(window, { took })
  })
  await press()
  await page.waitForTimeout(300)
  return page.evaluate(() => Reflect.get(window, 'took'))
}
