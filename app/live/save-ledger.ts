import type { Clock } from './clock.ts'
import {
  afterSaveEvent,
  nextLook,
  nothingEdited,
  type SaveEvent,
  type SaveState,
  sameSaveState,
  saveState,
  unsavedEdits,
} from './save-state.ts'
import { Told } from './told.ts'

/** The save state of one document as a store for React: it also changes when time passes and nothing happens. */
export class SaveLedger {
  private facts
  private readonly shown: Told<SaveState>
  private cancelLook: (() => void) | null = null
  private isOver = false

  constructor(
    private readonly clock: Clock,
    keepsOnDevice: boolean,
  ) {
    this.facts = nothingEdited(keepsOnDevice)
    this.shown = new Told(saveState(this.facts, clock.now()))
  }

  get state() {
    return this.shown.read
  }
  get subscribe() {
    return this.shown.subscribe
  }
  get edited(): number {
    return this.facts.edited
  }
  get unsaved(): number {
    return unsavedEdits(this.facts)
  }

  apply(event: SaveEvent): void {
    if (this.isOver) return
    this.facts = afterSaveEvent(this.facts, event)
    this.look()
  }

  destroy(): void {
    this.isOver = true
    this.cancelLook?.()
    this.shown.close()
  }

  private look(): void {
    const now = this.clock.now()
    const state = saveState(this.facts, now)
    this.cancelLook?.()
    const at = nextLook(this.facts, now)
    this.cancelLook = at === null ? null : this.clock.later(at - now, () => this.look())
    if (!sameSaveState(state, this.state())) this.shown.tell(state)
  }
}
