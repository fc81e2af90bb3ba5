import { useActionData, useLocation } from '@remix-run/react'
import { type ReactNode, useId, useRef, useState } from 'react'
import type { ActionResult, TypedValues } from '#app/kernel/action-result.ts'
import type { Decision } from '#app/kernel/policy.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { type Availability, isHidden, useReason } from '#app/ui/reason.ts'

interface EditFoldProps extends Pick<Availability, 'unavailable'> {
  readonly label: ReactNode
  /** What it is about, for whoever hears the button alone. */
  readonly of?: string
  readonly decision: Decision
  /** The act of its form: refused without JavaScript, the form comes back unfolded. */
  readonly intent: string
  /** The form's own input that tells it from others of the same act. */
  readonly fixed?: Readonly<Record<string, string>>
  /** For a form that adds: whether what was refused without JavaScript came from one that changes, of the same act. */
  readonly isOther?: (typed: TypedValues) => boolean
  readonly isOpen?: boolean
  readonly children: (close: () => void) => ReactNode
}

/**
 * A form in its place, unfolded by its button, with and without JavaScript. Each time it is unfolded its fields begin with
 * what holds now; while it is open, nothing that others do changes what is typed.
 */
export function EditFold({
  label,
  of,
  decision,
  unavailable,
  intent,
  fixed,
  isOther,
  isOpen,
  children,
}: EditFoldProps) {
  const fold = useRef<HTMLDetailsElement>(null)
  const [unfolded, setUnfolded] = useState(0)
  const ofId = useId()
  const reason = useReason({ decision, unavailable })
  const refused = useTypedAndRefused(intent)
  const { pathname } = useLocation()
  const words = (
    <>
      {label}
      {of ? <span className="vh"> {of}</span> : null}
    </>
  )
  if (isHidden({ decision })) return null
  if (reason)
    return (
      <Button size="small" unavailable={reason} reasonPlace="tip">
        {words}
      </Button>
    )
  // The refusal would be said here, too: the form comes with the page's next load.
  if (refused && isOther?.(refused))
    return (
      <LinkButton to={pathname} size="small">
        {words}
      </LinkButton>
    )
  const wasRefused =
    refused !== null && Object.entries(fixed ?? {}).every(([name, value]) => refused[name]?.includes(value))
  const close = () => {
    if (fold.current) fold.current.open = false
    fold.current?.querySelector('summary')?.focus()
  }
  return (
    <details
      ref={fold}
      className="fold"
      open={isOpen || wasRefused || undefined}
      onToggle={({ currentTarget }) => currentTarget.open && !wasRefused && setUnfolded((times) => times + 1)}
    >
      <summary className="btn sm2" id={ofId}>
        {words}
      </summary>
      <div className="db" key={unfolded}>
        {children(close)}
      </div>
    </details>
  )
}

/** What was typed into a form of this act that was refused without JavaScript; null where none was. */
function useTypedAndRefused(intent: string): TypedValues | null {
  const answered = useActionData<ActionResult>()
  return answered && !answered.ok && answered.intent === intent ? (answered.typed ?? {}) : null
}
