import type { ReactNode, Ref } from 'react'

interface EditorFrameProps {
  readonly bar: ReactNode
  /** At the end of the bar: who is here, and what the page adds. */
  readonly end?: ReactNode
  readonly notices?: ReactNode
  readonly footer: ReactNode
  /** The footer takes the focus when Esc leaves the text, so that Tab goes on behind it. */
  readonly footerRef?: Ref<HTMLDivElement>
  readonly footerId?: string
  readonly isNumbered?: boolean
  /** Without a bar: nobody writes here. */
  readonly isBare?: boolean
  readonly children?: ReactNode
}

/** The same frame for reading and for writing, so that nothing jumps when one takes the place of the other. */
export function EditorFrame({
  bar,
  end,
  notices,
  footer,
  footerRef,
  footerId,
  isNumbered,
  isBare,
  children,
}: EditorFrameProps) {
  return (
    <div className="text-frame">
      {isBare ? null : (
        <div className="text-bar">
          {bar}
          <span className="grow" />
          {end}
        </div>
      )}
      {notices}
      <div className={isNumbered ? 'text-body is-numbered' : 'text-body'}>{children}</div>
      <div className="text-foot" ref={footerRef} id={footerId} tabIndex={-1}>
        {footer}
      </div>
    </div>
  )
}
