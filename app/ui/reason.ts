import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'

export interface Availability {
  /** The policy's answer: hidden controls are absent, refused ones are shown with the reason. */
  readonly decision?: Decision
  /** A reason of one's own, as a sentence. */
  readonly unavailable?: string
}

/** The sentence why a control cannot be used now; undefined when it can. */
export function useReason({ decision, unavailable }: Availability): string | undefined {
  const { refusal } = useWords()
  if (unavailable) return unavailable
  return decision && !decision.ok && decision.kind !== 'missing' ? refusal(decision) : undefined
}

/** Not even the question may be answered: the control is not there at all. */
export const isHidden = ({ decision }: Availability): boolean => decision?.ok === false && decision.kind === 'missing'
