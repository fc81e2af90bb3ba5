// Variable-length whole numbers and length-prefixed bytes, read with bounds: a short or absurd frame throws RangeError.

export class ByteWriter {
  private bytes = new Uint8Array(256)
  private length = 0

  number(value: number): this {
    let rest = value
    while (rest > 127) {
      this.octet((rest % 128) | 128)
      rest = Math.floor(rest / 128)
    }
    return this.octet(rest)
  }

  octet(value: number): this {
    this.reserve(1)
    this.bytes[this.length++] = value
    return this
  }

  block(block: Uint8Array): this {
    this.number(block.length)
    this.reserve(block.length)
    this.bytes.set(block, this.length)
    this.length += block.length
    return this
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more))
    grown.set(this.bytes.subarray(0, this.length))
    this.bytes = grown
  }
}

export class ByteReader {
  private place = 0

  constructor(private readonly bytes: Uint8Array) {}

  get atEnd(): boolean {
    return this.place >= this.bytes.length
  }

  octet(): number {
    const octet = this.bytes[this.place++]
    if (octet === undefined) throw new RangeError('The frame ends too early.')
    return octet
  }

  number(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const octet = this.octet()
      value += (octet & 127) * scale
      if (octet < 128) return value
      scale *= 128
      if (scale > 2 ** 49) throw new RangeError('The frame holds an absurd number.')
    }
  }

  /** A view into the frame, not a copy. */
  block(): Uint8Array {
    const length = this.number()
    if (this.place + length > this.bytes.length) throw new RangeError('The frame ends too early.')
    const block = this.bytes.subarray(this.place, this.place + length)
    this.place += length
    return block
  }
}
