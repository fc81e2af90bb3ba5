import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { nextPlace } from './roving.ts'

export interface MenuProps {
  /** What the summary shows; with `label` when it is an icon only. */
  readonly summary: ReactNode
  readonly label?: string
  readonly summaryClass?: string
  /** Opens at the other edge, or upwards. */
  readonly place?: 'end' | 'start' | 'up'
  readonly className?: string
  /** Links, and buttons of forms. Choosing one closes the menu. */
  readonly children: ReactNode
}

/**
 * A list of links and acts behind a button. A native disclosure, so it opens without JavaScript; arrows, Home and End go
 * through it, Esc and a press elsewhere close it. After Esc and after a choice the focus is on its button again.
 */
export function Menu({ summary, label, summaryClass = 'btn', place = 'end', className, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null)
  useClosingElsewhere(menu)
  return (
    <details
      ref={menu}
      className={['menu', place !== 'end' && place, className].filter(Boolean).join(' ')}
      onKeyDown={(event) => onKey(event, menu.current)}
    >
      <summary className={summaryClass} aria-label={label} title={label}>
        {summary}
      </summary>
      <div className="list">{children}</div>
    </details>
  )
}

const itemsOf = (menu: HTMLDetailsElement) => [
  ...menu.querySelectorAll<HTMLElement>('.list a[href], .list button:not([disabled])'),
]

function closeToButton(menu: HTMLDetailsElement) {
  menu.open = false
  menu.querySelector('summary')?.focus({ preventScroll: true })
}

const choices = '.list a, .list button:not([aria-disabled])'

function onKey(event: KeyboardEvent, menu: HTMLDetailsElement | null) {
  if (!menu) return
  if (event.key === 'Escape' && menu.open) {
    event.stopPropagation()
    return closeToButton(menu)
  }
  const items = itemsOf(menu)
  const here = items.findIndex((item) => item.contains(document.activeElement))
  const place = nextPlace(event.key, here, items.length)
  if (place === undefined || (!menu.open && here < 0 && !/^Arrow/.test(event.key))) return
  event.preventDefault()
  menu.open = true
  items[place]?.focus()
}

/** A press outside, a choice inside, or the focus gone elsewhere: the menu closes. */
function useClosingElsewhere(menu: { readonly current: HTMLDetailsElement | null }) {
  useEffect(() => {
    const close = (event: Event) => {
      const element = menu.current
      if (!element?.open || !(event.target instanceof Node)) return
      if (!element.contains(event.target)) element.open = false
      const isChoice = event.type === 'click' && event.target instanceof Element && event.target.closest(choices)
      if (isChoice) closeToButton(element)
    }
    document.addEventListener('click', close)
    document.addEventListener('focusin', close)
    return () => {
      document.removeEventListener('click', close)
      document.removeEventListener('focusin', close)
    }
  }, [menu])
}
