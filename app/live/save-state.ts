import type { EditRefusal } from './edit-refusal.ts'
import type { ReadOnlyReason } from './messages.ts'

/** After this long without an acknowledgement the words change from "Saving…" to "Saving is slow" (LV-3). */
export const slowAfterMs = 2_000

/**
 * What is known about one open document. Local edits are numbered from 1; `kept` and `saved` are the numbers up to which
 * every edit is confirmed on this device and acknowledged by the server. Instants are milliseconds of the reader's clock,
 * except `savedAt`, which is the server's.
 */
export interface SaveFacts {
  readonly isOpen: boolean
  readonly edited: number
  readonly kept: number
  readonly saved: number
  readonly savedAt: string | null
  /** When the oldest edit that is not saved was made, and the oldest that is not kept. */
  readonly unsavedSince: number | null
  readonly unkeptSince: number | null
  readonly offlineSince: number | null
  readonly isBusy: boolean
  /** False on a shared computer, in a private window without storage, and when the device is full. */
  readonly keepsOnDevice: boolean
  readonly readOnlyBecause: ReadOnlyReason | null
  readonly refusal: EditRefusal | null
}

export type SaveEvent =
  | { readonly type: 'opened' }
  | { readonly type: 'edited'; readonly at: number }
  /** Edits of an earlier visit were found on this device. They are kept, and not saved. */
  | { readonly type: 'restored'; readonly edits: number; readonly at: number }
  | { readonly type: 'kept'; readonly through: number; readonly unkeptSince: number | null }
  | { readonly type: 'not-kept' }
  | {
      readonly type: 'acknowledged'
      readonly through: number
      readonly at: string
      readonly unsavedSince: number | null
    }
  | { readonly type: 'busy' }
  | { readonly type: 'disconnected'; readonly at: number }
  | { readonly type: 'connected' }
  | { readonly type: 'refused'; readonly because: EditRefusal }
  | { readonly type: 'read-only'; readonly because: ReadOnlyReason }
  | { readonly type: 'writable' }

export const nothingEdited = (keepsOnDevice: boolean): SaveFacts => ({
  isOpen: false,
  edited: 0,
  kept: 0,
  saved: 0,
  savedAt: null,
  unsavedSince: null,
  unkeptSince: null,
  offlineSince: null,
  isBusy: false,
  keepsOnDevice,
  readOnlyBecause: null,
  refusal: null,
})

export function afterSaveEvent(facts: SaveFacts, event: SaveEvent): SaveFacts {
  switch (event.type) {
    case 'opened':
      return { ...facts, isOpen: true }
    case 'edited':
      return {
        ...facts,
        edited: facts.edited + 1,
        unsavedSince: facts.unsavedSince ?? event.at,
        unkeptSince: facts.unkeptSince ?? event.at,
      }
    case 'restored': {
      if (event.edits === 0) return facts
      const edited = facts.edited + event.edits
      return { ...facts, edited, kept: edited, unsavedSince: facts.unsavedSince ?? event.at }
    }
    case 'kept': {
      const kept = Math.max(facts.kept, Math.min(event.through, facts.edited))
      return { ...facts, kept, unkeptSince: kept === facts.edited ? null : event.unkeptSince, keepsOnDevice: true }
    }
    case 'not-kept':
      return { ...facts, keepsOnDevice: false }
    case 'acknowledged':
      return acknowledged(facts, event)
    case 'busy':
      return { ...facts, isBusy: true }
    case 'disconnected':
      return { ...facts, offlineSince: facts.offlineSince ?? event.at }
    case 'connected':
      return { ...facts, offlineSince: null }
    case 'refused':
      return { ...facts, refusal: event.because }
    case 'read-only':
      return { ...facts, readOnlyBecause: event.because }
    case 'writable':
      return { ...facts, readOnlyBecause: null }
  }
}

function acknowledged(facts: SaveFacts, event: Extract<SaveEvent, { type: 'acknowledged' }>): SaveFacts {
  const saved = Math.max(facts.saved, Math.min(event.through, facts.edited))
  if (saved === facts.saved) return facts
  const isAll = saved === facts.edited
  return {
    ...facts,
    saved,
    isBusy: false,
    savedAt: event.at,
    unsavedSince: isAll ? null : event.unsavedSince,
    unkeptSince: isAll ? null : facts.unkeptSince,
  }
}

/** The one thing the screen says about saving (interface.md B5). `unsaved` and `kept` count edits. */
export type SaveState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'up-to-date' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'saving' }
  | { readonly kind: 'slow'; readonly unsaved: number }
  | { readonly kind: 'offline'; readonly since: number; readonly kept: number }
  | { readonly kind: 'at-risk'; readonly unsaved: number }
  | { readonly kind: 'rejected'; readonly unsaved: number; readonly because: EditRefusal }
  | { readonly kind: 'read-only'; readonly because: ReadOnlyReason }

export const unsavedEdits = (facts: SaveFacts): number => facts.edited - facts.saved

export function saveState(facts: SaveFacts, now: number): SaveState {
  const unsaved = unsavedEdits(facts)
  if (facts.refusal) return { kind: 'rejected', unsaved, because: facts.refusal }
  if (facts.offlineSince !== null) return offline(facts, unsaved, facts.offlineSince, now)
  if (unsaved === 0) return settled(facts)
  const isOld = facts.unsavedSince !== null && now - facts.unsavedSince >= slowAfterMs
  return facts.isBusy || isOld ? { kind: 'slow', unsaved } : { kind: 'saving' }
}

function offline(facts: SaveFacts, unsaved: number, since: number, now: number): SaveState {
  const keepingHangs = facts.unkeptSince !== null && now - facts.unkeptSince >= slowAfterMs
  if (unsaved > 0 && (!facts.keepsOnDevice || keepingHangs)) return { kind: 'at-risk', unsaved }
  return { kind: 'offline', since, kept: Math.max(0, Math.max(facts.kept, facts.saved) - facts.saved) }
}

function settled(facts: SaveFacts): SaveState {
  if (facts.readOnlyBecause !== null) return { kind: 'read-only', because: facts.readOnlyBecause }
  if (facts.savedAt !== null) return { kind: 'saved', at: facts.savedAt }
  return facts.isOpen ? { kind: 'up-to-date' } : { kind: 'opening' }
}

/** When the words will change although nothing happens, or null: the moment to look again. */
export function nextLook(facts: SaveFacts, now: number): number | null {
  const changes = [facts.unsavedSince, facts.offlineSince === null ? null : facts.unkeptSince]
    .filter((since) => since !== null)
    .map((since) => since + slowAfterMs)
    .filter((at) => at > now)
  return changes.length > 0 ? Math.min(...changes) : null
}

export const sameSaveState = (a: SaveState, b: SaveState): boolean => JSON.stringify(a) === JSON.stringify(b)
