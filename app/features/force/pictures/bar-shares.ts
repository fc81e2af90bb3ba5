import type { Contribution, Strength } from '#app/features/force/balance.ts'
import type { Direction } from '#app/i18n/direction.ts'

export type ShareKind = 'firm' | 'conditional' | 'indicated' | 'gap' | 'surplus'

/** Persons that are drawn as one piece of a bar. */
export interface Piece {
  readonly kind: ShareKind
  readonly persons: number
}

/** What a bar is drawn into: `width` in any unit, `full` the persons that fill it, the same for bars on one scale. */
export interface BarFrame {
  readonly width: number
  readonly full: number
  readonly direction: Direction
}

/** One piece in its place: `x` is its left edge in both directions of writing. */
export interface Share extends Piece {
  readonly x: number
  readonly width: number
}

/**
 * An element or a total in pieces, first to last. Up to the requirement come what is firm, then what is conditional, then
 * the gap; what is indicated stands within the gap, and the part of it that no gap is left for is not drawn. The surplus
 * comes last, beyond the requirement, and is taken from what is conditional first: what is firm fills before it.
 */
export function piecesOf({ filled, firm, indicated, gap, surplus }: Strength): Piece[] {
  const counted = filled - surplus
  const firmly = Math.min(firm, counted)
  const hoped = Math.min(indicated, gap)
  return present([
    { kind: 'firm', persons: firmly },
    { kind: 'conditional', persons: counted - firmly },
    { kind: 'indicated', persons: hoped },
    { kind: 'gap', persons: gap - hoped },
    { kind: 'surplus', persons: surplus },
  ])
}

/** What is brought where nothing is required: no gap, no surplus. */
export const piecesOfContribution = ({ firm, conditional, indicated }: Contribution): Piece[] =>
  present([
    { kind: 'firm', persons: firm },
    { kind: 'conditional', persons: conditional },
    { kind: 'indicated', persons: indicated },
  ])

/** What a gap consists of: what is indicated may fill it one day, for the rest nobody has spoken. */
export const piecesOfGap = (strength: Strength): Piece[] =>
  piecesOf(strength).filter(({ kind }) => kind === 'indicated' || kind === 'gap')

const present = (pieces: readonly Piece[]): Piece[] => pieces.filter(({ persons }) => persons > 0)

/** The scale on which each of these has room. */
export const fullOf = (strengths: readonly Strength[]): number => fullOfPieces(strengths.map(piecesOf))

export const fullOfPieces = (bars: readonly (readonly Piece[])[]): number =>
  bars.reduce((most, pieces) => Math.max(most, sumOf(pieces)), 0)

const sumOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { persons }) => sum + persons, 0)

/**
 * The pieces side by side from the edge where reading begins: each begins where the one before ends, and none leaves the
 * frame. Without persons, or on a scale of none, there are no shares.
 */
export function sharesOf(pieces: readonly Piece[], frame: BarFrame): Share[] {
  let before = 0
  return pieces.flatMap((piece) => {
    const start = lengthOf(before, frame)
    before += piece.persons
    const width = rounded(lengthOf(before, frame) - start)
    return width > 0 ? [{ ...piece, x: edgeAt(start, width, frame), width }] : []
  })
}

/** Where the requirement is reached: between what is counted or missing, and the surplus. */
export function requirementAt({ required }: Strength, frame: BarFrame): number {
  return edgeAt(lengthOf(required, frame), 0, frame)
}

function lengthOf(persons: number, { width, full }: BarFrame): number {
  return full > 0 ? rounded(Math.min(1, persons / full) * width) : 0
}

const edgeAt = (start: number, width: number, frame: BarFrame): number =>
  rounded(frame.direction === 'rtl' ? frame.width - start - width : start)

/** Hundredths: less is not seen, and the page stays small. */
const rounded = (length: number): number => Math.round(length * 100) / 100

/**
 * The part of what is required that is filled, 0 to 1 in thousandths; `null` where nothing is required. A surplus
 * elsewhere does not raise it (FS-4), and it is 1 only when nothing is missing.
 */
export function partMet({ required, gap }: Strength): number | null {
  if (required === 0) return null
  if (gap === 0) return 1
  return Math.min(0.999, Math.round(((required - gap) / required) * 1000) / 1000)
}
