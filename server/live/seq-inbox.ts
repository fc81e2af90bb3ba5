/**
 * Puts committed edits in the order of their sequence. Every process and every replay applies the same order, so that
 * two edits which claim the same place in a client's history come out alike everywhere.
 */
export class SeqInbox<Row extends { readonly seq: number }> {
  private readonly waiting = new Map<number, Row>()

  constructor(private last: number) {}

  /** Sequence of the last row that was taken out. */
  get seq(): number {
    return this.last
  }

  /** Rows are here that cannot be taken because one before them is missing. */
  get hasHole(): boolean {
    return this.waiting.size > 0 && !this.waiting.has(this.last + 1)
  }

  get isEmpty(): boolean {
    return this.waiting.size === 0
  }

  put(row: Row): void {
    if (row.seq > this.last) this.waiting.set(row.seq, row)
  }

  takeReady(): Row[] {
    const ready: Row[] = []
    for (let row = this.waiting.get(this.last + 1); row; row = this.waiting.get(this.last + 1)) {
      this.waiting.delete(row.seq)
      this.last = row.seq
      ready.push(row)
    }
    return ready
  }
}
