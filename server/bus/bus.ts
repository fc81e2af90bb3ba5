/**
 * Carries hints between the parts of one process and between processes: what changed, an edit that is already committed,
 * a revocation. A message may be lost on the way to another process, so nothing may exist on the bus alone.
 */
export interface Bus {
  /** Never throws and never waits. This process's listeners have heard it when the call returns, other processes soon. */
  publish(channel: string, message: Uint8Array): void
  /** Each message is heard once per listener, whoever published it. Returns what ends the listening. */
  subscribe(channel: string, listener: Listener): () => void
  close(): Promise<void>
}

export type Listener = (message: Uint8Array) => void

/** Told about trouble that stops nothing. */
export type Report = (problem: string, error?: unknown) => void

/**
 * Heard in this process only, with an empty message, when hints from other processes may have been lost and now flow
 * again: whoever relies on hints asks the database afresh.
 */
export const busRecovered = 'bus.recovered'

export function publishJson(bus: Bus, channel: string, value: unknown): void {
  bus.publish(channel, new TextEncoder().encode(JSON.stringify(value)))
}

/** Messages that `isExpected` does not recognise are dropped: another version of the program may have sent them. */
export function subscribeJson<T>(
  bus: Bus,
  channel: string,
  isExpected: (value: unknown) => value is T,
  listener: (value: T) => void,
): () => void {
  return bus.subscribe(channel, (message) => {
    const value: unknown = JSON.parse(new TextDecoder().decode(message))
    if (isExpected(value)) listener(value)
  })
}
