/** The server's clock, and when this login ends if nothing more is done with it; null when it has ended. */
export interface LoginClock {
  readonly now: string
  readonly endsAt: string | null
}

export interface Outlook {
  readonly warning: 'none' | 'soon' | 'ended'
  /** When to look at the clock again; null: never. */
  readonly againMs: number | null
}

/** How long before the end the page says so (SEC-043). */
const warnedBeforeMs = 120_000
/** Another tab may use the login meanwhile, so a warning looks again and may go away by itself. */
const whileWarningMs = 15_000

/** What a page says about the time its login has left (SEC-043). */
export function outlook({ now, endsAt }: LoginClock): Outlook {
  if (endsAt === null) return { warning: 'ended', againMs: null }
  const leftMs = Date.parse(endsAt) - Date.parse(now)
  if (leftMs > warnedBeforeMs) return { warning: 'none', againMs: leftMs - warnedBeforeMs }
  return { warning: 'soon', againMs: Math.max(500, Math.min(leftMs + 500, whileWarningMs)) }
}
