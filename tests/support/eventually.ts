import { vi } from 'vitest'

/** Waits for a condition; the limit is only there so that a failure ends, on a busy machine too. */
export const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 15_000, interval: 10 })
