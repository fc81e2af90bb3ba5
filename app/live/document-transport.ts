import type {
  Answer,
  Batch,
  CursorInput,
  CursorNews,
  Digest,
  Need,
  Notice,
  Opened,
  OpenInput,
  Push,
  Refused,
  Revoked,
  Saved,
} from './messages.ts'

/** What the connection tells every open document. Each looks only at messages of its own room. */
export interface DocumentListener {
  connected(): void
  disconnected(): void
  batch(message: Batch): void
  saved(message: Saved): void
  refused(message: Refused): void
  cursor(message: CursorNews): void
  need(message: Need): void
  behind(message: { room: number }): void
  digest(message: Digest): void
  notice(message: Notice): void
  revoked(message: Extract<Revoked, { scope: 'room' }>): void
}

/** The socket as a document sees it: the connection of the tab, or a fake in a test. */
export interface DocumentTransport {
  readonly isConnected: boolean
  /**
   * Answers once, in the same turn as the acknowledgement: messages of the new room follow right behind it. No answer in
   * time, or a lost connection, is the refusal `unavailable`.
   */
  open(message: OpenInput, answered: (answer: Answer<Opened>) => void): void
  /**
   * Counts up over every push of this page: a room keeps its number when it is opened again, so an answer to a push of
   * before must not be taken for one of now.
   */
  nextCounter(): number
  push(message: Push): void
  cursor(message: CursorInput): void
  leave(room: number): void
  listen(listener: DocumentListener): () => void
}

/** A handler that hears only of one room: another document of this page, or an earlier opening, may be meant. */
export const inRoom =
  <Message extends { room: number }>(room: () => number | null, use: (message: Message) => void) =>
  (message: Message): void => {
    if (message.room === room()) use(message)
  }
