import type { DocumentJson } from '#app/editor/document-shape.ts'
import type { Caller } from '#app/kernel/caller.ts'

/** Where the story is played: the server gives it a clock, callers, and hands that write. */
export interface Stage {
  /** From now on every act happens at this time. */
  at(time: Date): void
  /** A caller in the place with this number, whose password was proved just now. */
  as(badge: string): Promise<Caller>
  /** Whoever imports the conference, also before there is one. */
  organiser(): Promise<Caller>
  /** Writes in a live document as the person in that place, through the journal as any edit. */
  write(badge: string, documentId: string, next: (before: DocumentJson) => DocumentJson): Promise<void>
  newId(): string
  /** Said to whoever waits. */
  progress(sentence: string): void
}

/** One thing that happens in the story. */
export interface StoryEvent {
  readonly at: string
  readonly act: () => Promise<void>
}
