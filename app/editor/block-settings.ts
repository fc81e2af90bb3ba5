export type ParagraphKind = 'decision' | 'withheld'

/** How the blocks of a document are drawn. */
export interface BlockSettings {
  /** Numbers of the paragraphs by block id, as `numbering.ts` makes them; they become anchors `#p12`. */
  readonly numbers?: Readonly<Record<string, string>>
  /** Paragraphs that are drawn apart, by block id. */
  readonly kinds?: Readonly<Record<string, ParagraphKind>>
  /** The heading of the page above the text: 1 makes the first level of the text an h2. */
  readonly under?: 1 | 2 | 3
}
