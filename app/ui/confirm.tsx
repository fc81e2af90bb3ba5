import { type ReactNode, useState } from 'react'
import { Button, type ButtonProps } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { useHydrated } from './use-hydrated.ts'

export interface ConfirmProps extends Omit<ButtonProps, 'children' | 'onClick' | 'title'> {
  /** The button's words, ending in "…": a further step. */
  readonly ask: ReactNode
  readonly title: ReactNode
  /** Consequence first, then a form with the act and a way back. `close` is there once the script runs. */
  readonly children: (close: (() => void) | undefined) => ReactNode
}

/**
 * A step before an act that cannot be undone: a dialog, or without JavaScript the same content unfolded under the
 * button.
 */
export function Confirm({ ask, title, children, ...button }: ConfirmProps) {
  const [isOpen, setIsOpen] = useState(false)
  const isHydrated = useHydrated()
  const isRefused = button.unavailable !== undefined || button.decision?.ok === false
  if (!isHydrated && !isRefused) {
    return (
      <details className="fold">
        <summary className="btn">{ask}</summary>
        <div className="db">{children(undefined)}</div>
      </details>
    )
  }
  const close = () => setIsOpen(false)
  return (
    <>
      <Button {...button} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {ask}
      </Button>
      <Dialog isOpen={isOpen} title={title} onClose={close}>
        {children(close)}
      </Dialog>
    </>
  )
}
