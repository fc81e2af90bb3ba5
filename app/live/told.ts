/** A value that screens follow with `useSyncExternalStore`: the same object until there is another. */
export class Told<Value> {
  private readonly listeners = new Set<() => void>()

  constructor(private value: Value) {}

  readonly read = (): Value => this.value

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  /** `first` runs when the value is there already and nobody has heard of it yet. */
  tell(value: Value, first?: () => void): void {
    this.value = value
    first?.()
    for (const listener of [...this.listeners]) listener()
  }

  /** Nobody hears anything any more. */
  close(): void {
    this.listeners.clear()
  }
}
