const prefix = 'plenary-tab-'

/** Says that this page is open for as long as it is: a lock goes with its page, even when that crashes. */
export function announceTab(tab: string): () => void {
  const closing = new AbortController()
  const closed = new Promise<void>((resolve) => closing.signal.addEventListener('abort', () => resolve()))
  // Only secure contexts have locks. Without them a second page sends the first one's edits too, which does no harm.
  navigator.locks?.request(prefix + tab, () => closed).catch(() => undefined)
  return () => closing.abort()
}

export async function liveTabs(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])))
}
