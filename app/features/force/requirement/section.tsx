import { type ReactNode, useId } from 'react'

/** A part of a page under its own heading. */
export function Section({ title, end, children }: { title: ReactNode; end?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className="sec" aria-labelledby={id}>
      <div className="sech">
        <h2 id={id}>{title}</h2>
        {end}
      </div>
      {children}
    </section>
  )
}
