import { clientIdsOf } from './outbox.ts'
import { isContained } from './own-difference.ts'
import { countEdits, type UnsentEdit, type UnsentStore } from './unsent-store.ts'

/** What an earlier page of the same person left unsent on this device, until it is known what can become of it. */
export class EarlierEdits {
  private found: UnsentEdit[] = []
  /** They stand under client ids the server no longer takes from this person: only a copy can be offered. */
  private stranded: UnsentEdit[] = []

  constructor(
    private readonly documentId: string,
    private readonly store: UnsentStore,
  ) {}

  get updates(): Uint8Array[] {
    return [...this.found, ...this.stranded].map(({ bytes }) => bytes)
  }
  get clientIds(): number[] {
    return this.found.flatMap(({ bytes }) => clientIdsOf(bytes))
  }
  get edits(): number {
    return countEdits(this.found) + countEdits(this.stranded)
  }
  get isStranded(): boolean {
    return this.stranded.length > 0
  }

  /** Answers how many edits were found. Pages that are still open send their own. */
  async load(tab: string, liveTabs: () => Promise<ReadonlySet<string>>): Promise<number> {
    const [edits, others] = await Promise.all([this.store.load(this.documentId), liveTabs()])
    this.found = edits.filter((edit) => edit.tab === tab || !others.has(edit.tab))
    return countEdits(this.found)
  }

  /** Those that may be sent under these client ids; the others are stranded. */
  take(clientIds: ReadonlySet<number>): UnsentEdit[] {
    const isAccepted = ({ bytes }: UnsentEdit) => clientIdsOf(bytes).every((id) => clientIds.has(id))
    const accepted = this.found.filter(isAccepted)
    this.stranded.push(...this.found.filter((edit) => !isAccepted(edit)))
    this.found = []
    return accepted
  }

  /** Those the server turned out to hold already. */
  settle(stateVector: ReadonlyMap<number, number>): UnsentEdit[] {
    const settled = this.found.filter(({ bytes }) => isContained(bytes, stateVector))
    this.found = this.found.filter((edit) => !settled.includes(edit))
    return settled
  }

  /** Gives up what is stranded, or else everything found; answers with it. */
  discard(): UnsentEdit[] {
    const given = this.isStranded ? this.stranded : this.found
    if (!this.isStranded) this.found = []
    this.stranded = []
    return given
  }
}
