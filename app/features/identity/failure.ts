import type { Refusal } from '#app/kernel/errors.ts'

interface Failed {
  readonly reason: 'wrong' | 'wait'
  readonly waitSeconds: number
}

/**
 * What a form says when the password was not right, or must wait: by the field where there is one, and for sign-in never
 * which of the two was wrong (SEC-035).
 */
export function failure({ reason, waitSeconds }: Failed, field: string | null): Refusal {
  if (reason === 'wait') {
    const count = Math.max(1, Math.ceil(waitSeconds / 60))
    return {
      kind: 'limited',
      code: 'identity/wait',
      sentence: `Too many attempts. Try again in ${count} minutes.`,
      params: { count },
    }
  }
  if (field === null) {
    return {
      kind: 'invalid',
      code: 'identity/wrong',
      sentence: 'That is not the right name and password. Check both and try again.',
    }
  }
  const wrong = { code: 'identity/wrong-password', sentence: 'That is not your password.' }
  return { kind: 'invalid', ...wrong, fields: [{ path: field, ...wrong }] }
}
