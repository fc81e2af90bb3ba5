import { useEffect, useRef, useState } from 'react'
import { type LoginClock, outlook } from './login-clock.ts'

export const clockPath = '/login-clock'
const withoutServerMs = 60_000

export interface Warned {
  readonly warning: 'none' | 'soon' | 'ended'
  readonly endsAt: string | null
  /** Says that somebody is there. */
  stay(): void
}

/** Looks at the login's clock when something is due, and not in between. */
export function useLoginClock(): Warned {
  const [clock, setClock] = useState<LoginClock | null>(null)
  const look = useRef<(method: 'GET' | 'POST') => void>(() => {})
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isGone = false
    look.current = async (method) => {
      clearTimeout(timer)
      const read = await readClock(method)
      if (isGone) return
      // Without the server nothing is known; the connection's own banner says so meanwhile.
      if (read) setClock(read)
      const againMs = read ? outlook(read).againMs : withoutServerMs
      if (againMs !== null) timer = setTimeout(() => look.current('GET'), againMs)
    }
    look.current('GET')
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [])
  return {
    warning: clock ? outlook(clock).warning : 'none',
    endsAt: clock?.endsAt ?? null,
    stay: () => look.current('POST'),
  }
}

async function readClock(method: 'GET' | 'POST'): Promise<LoginClock | null> {
  try {
    const response = await fetch(clockPath, { method, ...(method === 'POST' ? { body: new URLSearchParams() } : {}) })
    const read: unknown = response.ok ? await response.json() : null
    return isClock(read) ? read : null
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return null
    throw error
  }
}

const isClock = (value: unknown): value is LoginClock =>
  typeof value === 'object' && value !== null && 'now' in value && 'endsAt' in value
