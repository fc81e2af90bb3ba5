import { must } from '#app/kernel/must.ts'
import { pause } from '#tests/bench/figures.ts'
import { type Seeded, seed } from '#tests/bench/seeded.ts'
import { type ServerProcess, startServer } from '#tests/bench/server-process.ts'
import { type Claim, differing, faultsIn, readJournals } from './evidence.ts'
import { StormPage } from './storm-page.ts'

export interface StormOptions {
  readonly people: number
  readonly documents: number
  readonly perSecond: number
  /** How often the server is killed, and how long people write before each time and once more after the last. */
  readonly kills: number
  readonly secondsEach: number
  readonly port: number
  readonly seed: number
  /** A PostgreSQL server's database to write into; without it the embedded one, in a folder of its own. */
  readonly databaseUrl?: string
  /** Dump of a migrated database to begin with, when it is the embedded one. */
  readonly template?: string
  readonly say?: (line: string) => void
}

export interface StormReport {
  readonly acts: number
  readonly acknowledgedBeforeKills: number
  /** Sentences: what was acknowledged and is lost, what is there twice. Empty when all is well. */
  readonly faults: readonly string[]
  /** Pages whose copy is not what the journal says. */
  readonly differing: number
  readonly pages: number
  /** From each kill's restart to the first page being told that something is saved, and to all being told. */
  readonly firstAckMs: readonly number[]
  readonly allSavedMs: readonly number[]
}

/**
 * People write, the server is killed with -9, and what was acknowledged is looked for in the journal before anybody is
 * back who could send it again (REL-01). In the end everybody is back, and all copies must be one.
 */
export async function storm(options: StormOptions): Promise<StormReport> {
  const { people, documents, databaseUrl: url, template } = options
  const seeded = await seed(people, { url, template, notes: documents })
  const run = new Storm(options, seeded)
  try {
    return await run.play()
  } finally {
    await run.end()
    seeded.remove()
  }
}

class Storm {
  private readonly pages: StormPage[] = []
  private readonly faults: string[] = []
  private readonly firstAckMs: number[] = []
  private readonly allSavedMs: number[] = []
  private readonly random: () => number
  private server: ServerProcess | null = null
  private isTyping = false
  private acknowledgedBeforeKills = 0

  constructor(
    private readonly options: StormOptions,
    private readonly seeded: Seeded,
  ) {
    this.random = randomFrom(options.seed)
  }

  async play(): Promise<StormReport> {
    const { kills, people, say = () => {} } = this.options
    await this.startServer()
    for (let place = 0; place < people; place++) this.pages.push(this.aPage(place))
    await this.until('everybody has the document open', () => this.pages.every(({ mayWrite }) => mayWrite))
    for (let kill = 1; kill <= kills; kill++) {
      await this.writeAndKill(kill % 2 === 1)
      await this.lookIntoJournals()
      await this.recover()
      say(
        `  kill ${kill}: ${this.acknowledged} acknowledged, ${this.faults.length} faults; first saved after ${Math.round(this.firstAckMs.at(-1) ?? 0)} ms, all after ${Math.round(this.allSavedMs.at(-1) ?? 0)} ms`,
      )
    }
    return this.finish()
  }

  async end(): Promise<void> {
    this.isTyping = false
    for (const page of this.pages) page.close()
    await this.server?.stop()
  }

  private get acknowledged(): number {
    return this.pages.reduce((sum, page) => sum + page.acknowledged, 0)
  }

  private get database() {
    return { dataDir: this.seeded.dataDir, url: this.options.databaseUrl }
  }

  private async startServer(): Promise<void> {
    const { port, databaseUrl } = this.options
    const env = { DATA_DIR: this.seeded.dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) }
    this.server = await startServer(env, port)
  }

  private aPage(place: number): StormPage {
    const { members, documentIds } = this.seeded
    return new StormPage({
      address: must(this.server).address,
      cookie: must(members[place % members.length]),
      documentId: must(documentIds[place % documentIds.length]),
      name: place.toString(36),
      transport: place % 4 === 3 ? 'polling' : 'websocket',
      random: this.random,
    })
  }

  /** The moment is any, or the worst: as soon as the first of many who act at once is told that it is saved. */
  private async writeAndKill(isWorst: boolean): Promise<void> {
    const typing = this.type()
    const enough = this.acknowledged + 2 * this.pages.length
    await pause(this.options.secondsEach * 1_000 * (0.5 + this.random() / 2))
    // On a slow machine too there is something to lose.
    await this.until('enough is saved to be lost', () => this.acknowledged >= enough)
    if (isWorst) {
      const before = this.acknowledged
      for (const page of this.pages) page.act()
      while (this.acknowledged === before) await new Promise((resolve) => setImmediate(resolve))
    }
    await must(this.server).kill()
    this.server = null
    await this.until('everybody noticed', () => this.pages.every(({ isConnected }) => !isConnected))
    this.acknowledgedBeforeKills = this.acknowledged
    // Whoever is offline goes on writing.
    await pause(300)
    this.isTyping = false
    await typing
  }

  private async lookIntoJournals(): Promise<void> {
    const claims: Claim[] = this.pages.map(({ documentId, acts, acknowledged }) => ({
      documentId,
      acts,
      acknowledged,
    }))
    const journals = await readJournals(this.database, this.seeded.documentIds)
    this.faults.push(...faultsIn(journals, claims))
    for (const doc of journals.values()) doc.destroy()
  }

  private async recover(): Promise<void> {
    const before = this.acknowledged
    await this.startServer()
    const upAt = performance.now()
    // Half are told by their browser that the line is back, half come by themselves.
    for (const [place, page] of this.pages.entries()) if (place % 2 === 0) page.wake()
    await this.until('somebody is told that something is saved', () => this.acknowledged > before || this.isAllSaved)
    this.firstAckMs.push(performance.now() - upAt)
    await this.until('everything is saved', () => this.isAllSaved)
    this.allSavedMs.push(performance.now() - upAt)
  }

  private async finish(): Promise<StormReport> {
    const typing = this.type()
    await pause(this.options.secondsEach * 500)
    this.isTyping = false
    await typing
    await this.until('everything is saved', () => this.isAllSaved)
    // What was saved last is on its way to the others.
    await this.until('all pages show the same', () => this.areAllOne)
    await must(this.server).stop()
    this.server = null
    const journals = await readJournals(this.database, this.seeded.documentIds)
    this.faults.push(...faultsIn(journals, this.pages))
    return {
      acts: this.pages.reduce((sum, { acts }) => sum + acts.length, 0),
      acknowledgedBeforeKills: this.acknowledgedBeforeKills,
      faults: [...new Set(this.faults)],
      differing: differing(journals, this.pages),
      pages: this.pages.length,
      firstAckMs: this.firstAckMs,
      allSavedMs: this.allSavedMs,
    }
  }

  private get isAllSaved(): boolean {
    return this.pages.every(({ isSaved }) => isSaved)
  }

  private get areAllOne(): boolean {
    const firsts = new Map(this.pages.map((page) => [page.documentId, page.doc]))
    return differing(firsts, this.pages) === 0
  }

  private async type(): Promise<void> {
    this.isTyping = true
    await Promise.all(
      this.pages.map(async (page) => {
        while (this.isTyping) {
          await pause((2 * this.random() * 1_000) / this.options.perSecond)
          if (this.isTyping) page.act()
        }
      }),
    )
  }

  private async until(what: string, isSo: () => boolean): Promise<void> {
    const giveUpAt = performance.now() + 60_000
    while (!isSo()) {
      if (performance.now() > giveUpAt) {
        const states = this.pages.map(({ state }) => state).join('; ')
        throw new Error(`waited for a minute until ${what}: ${states}`)
      }
      await pause(10)
    }
  }
}

/** Park and Miller's: the same numbers for the same seed, on every machine. */
function randomFrom(seedNumber: number): () => number {
  let state = (seedNumber % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
