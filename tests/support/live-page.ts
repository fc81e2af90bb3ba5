import { DocumentProvider } from '#app/live/document-provider.client.ts'
import { randomToken } from '#app/live/random-token.ts'
import { memoryUnsentStore, type UnsentStore } from '#app/live/unsent-store.ts'
import { FakeClock } from './fake-clock.ts'
import { type FakeConnection, FakeDocumentServer } from './fake-document-server.ts'

export const documentId = 'Document-of-Norway-001'

/** Storage that would outlive the tab, for as long as the test holds it. */
export const device = (): UnsentStore => ({ ...memoryUnsentStore(), isDurable: true })

/** Lets the promises of the stores run; no time passes. */
export const stored = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

export interface Desk {
  readonly server: FakeDocumentServer
  readonly clock: FakeClock
}

export const aDesk = (): Desk => ({ server: new FakeDocumentServer(), clock: new FakeClock() })

export interface Page {
  readonly provider: DocumentProvider
  readonly connection: FakeConnection
  readonly store: UnsentStore
  readonly opIds: () => string[]
}

export interface PageOptions {
  readonly owner?: string
  readonly store?: UnsentStore
  readonly tab?: string
  readonly liveTabs?: readonly string[]
}

/** A page with the document open in it, connected unless the test says otherwise. */
export function aPage({ server, clock }: Desk, options: PageOptions = {}): Page {
  const { owner = 'norway', store = device(), tab = randomToken(), liveTabs = [] } = options
  const connection = server.connect(owner)
  const ports = {
    transport: connection,
    store,
    clock,
    newOpId: randomToken,
    tab,
    liveTabs: async () => new Set(liveTabs),
  }
  const provider = new DocumentProvider({ documentId, schema: 1 }, ports)
  return { provider, connection, store, opIds: () => connection.pushed.map(({ opId }) => opId) }
}

export async function anOpenPage(desk: Desk, options: PageOptions = {}): Promise<Page> {
  const page = aPage(desk, options)
  page.connection.connect()
  await stored()
  desk.server.settle()
  return page
}

export const text = ({ provider }: Page) => provider.doc.getText('content').toString()
export const type = ({ provider }: Page, words: string) => {
  const content = provider.doc.getText('content')
  content.insert(content.length, words)
}

/** Time for what was typed to be gathered, kept and sent, and for the answers to come back. */
export async function pass({ server, clock }: Desk) {
  clock.advance(200)
  await stored()
  server.settle()
  await stored()
}
