export type TransportName = 'websocket' | 'polling'

const firstDelayMs = 500
const longestDelayMs = 8_000
const jitter = 0.5
/** A WebSocket that lived shorter than this was cut by something on the way. */
const shortLifeMs = 15_000
const shortLivesAllowed = 2

/** Half a second, then twice as long each time up to eight seconds, each 50 % more or less; `random` is from 0 to 1. */
export function reconnectDelayMs(failures: number, random: number): number {
  const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures, 10))
  return Math.round(delayMs * (1 - jitter + 2 * jitter * random))
}

/** What this page has learnt about the network it is in. */
export interface NetworkLesson {
  /** A connection attempt got no answer at all: WebSockets may be swallowed rather than refused. */
  readonly hasHung: boolean
  readonly shortLives: number
}

export const nothingLearnt: NetworkLesson = { hasHung: false, shortLives: 0 }

/**
 * WebSocket first; refused ones fall back to polling in the same attempt. Where one was swallowed, polling comes first
 * and a WebSocket is tried beside it; where they were cut again and again, there is polling alone (LV-18).
 */
export function transportsFor({ hasHung, shortLives }: NetworkLesson): {
  transports: TransportName[]
  upgrade: boolean
} {
  if (shortLives >= shortLivesAllowed) return { transports: ['polling'], upgrade: false }
  return { transports: hasHung ? ['polling', 'websocket'] : ['websocket', 'polling'], upgrade: true }
}

export const afterSilence = (lesson: NetworkLesson): NetworkLesson => ({ ...lesson, hasHung: true })

export function afterLoss(lesson: NetworkLesson, over: TransportName, livedMs: number): NetworkLesson {
  if (over !== 'websocket') return lesson
  return livedMs < shortLifeMs ? { ...lesson, shortLives: lesson.shortLives + 1 } : { ...lesson, shortLives: 0 }
}
