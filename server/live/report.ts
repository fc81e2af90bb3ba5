/** What the engine tells its operators. Figures, codes and ids; never a word of a document (SEC-106). */
export type LiveEvent =
  | { readonly kind: 'connected'; readonly transport: string }
  | { readonly kind: 'disconnected'; readonly reason: string }
  | { readonly kind: 'event'; readonly event: string; readonly outcome: EventOutcome }
  | { readonly kind: 'commit'; readonly rows: number; readonly ms: number }
  | { readonly kind: 'saved'; readonly ms: number }
  | { readonly kind: 'update-refused'; readonly code: string; readonly accreditationId: string }
  | { readonly kind: 'loaded'; readonly ms: number }
  | { readonly kind: 'snapshot'; readonly ms: number; readonly isVerified: boolean }
  | { readonly kind: 'revoked'; readonly connections: number; readonly ms: number }
  | { readonly kind: 'damaged'; readonly documentId: string; readonly rows: number }
  | { readonly kind: 'structure'; readonly documentId: string; readonly blocks: number }
  | { readonly kind: 'mass-deletion'; readonly documentId: string; readonly accreditationId: string | null }
  | { readonly kind: 'cut'; readonly why: 'rate' | 'slow' | 'unknown-events' | 'gaps' }
  | { readonly kind: 'trouble'; readonly what: string; readonly error: unknown }

export type EventOutcome = 'ok' | 'refused' | 'invalid' | 'limited' | 'failed'

export type Report = (event: LiveEvent) => void
