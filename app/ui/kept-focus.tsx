import { type ReactNode, useEffect, useRef } from 'react'

interface KeptFocusProps {
  /** What the group is about, for whoever comes to it without seeing it. */
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

/**
 * A group of acts that follow one another: when the one that had the focus is gone because it was done, the focus is on
 * the group, before the next act and not on it, so that a key pressed twice does not do two. Whoever left the group
 * meanwhile is left where they are.
 */
export function KeptFocus({ label, className, children }: KeptFocusProps) {
  const group = useRef<HTMLFieldSetElement>(null)
  const last = useRef<Element | null>(null)
  useEffect(() => {
    if (!last.current || last.current.isConnected || document.activeElement !== document.body) return
    last.current = null
    group.current?.focus({ preventScroll: true })
  })
  return (
    <fieldset
      ref={group}
      aria-label={label}
      className={className}
      tabIndex={-1}
      onFocus={({ target }) => {
        last.current = target
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !group.current?.contains(relatedTarget)) last.current = null
      }}
    >
      {children}
    </fieldset>
  )
}
