/** Lets only so many of a kind of work run at once; the others wait in the order they came. */
export class Turns {
  private running = 0
  private readonly waiting: (() => void)[] = []

  constructor(private readonly atOnce: number) {}

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= this.atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve))
    else this.running += 1
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.running -= 1
    }
  }
}

const slotMs = 20
const slotBytes = 4 * 1024 * 1024
const smallBytes = 64 * 1024

/**
 * Paces what is large: a hundred people who open a big document at once get it in turn, and those who are writing are
 * not held up meanwhile. Small answers never wait.
 */
export class Pace {
  private sent = 0
  private timer: NodeJS.Timeout | null = null
  private readonly waiting: { bytes: number; go: () => void }[] = []

  async turn(bytes: number): Promise<void> {
    if (bytes <= smallBytes) return
    if (this.waiting.length === 0 && this.sent < slotBytes) this.take(bytes)
    else await new Promise<void>((go) => this.waiting.push({ bytes, go }))
  }

  private take(bytes: number): void {
    this.sent += bytes
    this.timer ??= setTimeout(() => this.nextSlot(), slotMs)
  }

  private nextSlot(): void {
    this.timer = null
    this.sent = 0
    while (this.sent < slotBytes) {
      const next = this.waiting.shift()
      if (!next) return
      this.take(next.bytes)
      next.go()
    }
  }
}
