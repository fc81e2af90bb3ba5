import type { ReactNode } from 'react'

/** A wide table; what scrolls is reached with the keyboard. */
export const Scrolled = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard
  <section className="scroll-x" aria-label={label} tabIndex={0}>
    {children}
  </section>
)
