import { useNavigate } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { type Shortcut, shortcutOf } from './keyboard.ts'
import type { RailPage } from './rail-pages.ts'

export interface ShortcutActs {
  readonly pages: readonly RailPage[]
  readonly openPalette: () => void
  readonly openList: () => void
  /** Says when the last change was saved. */
  readonly saySaved: () => void
}

/** The keys of the frame, everywhere on the page. */
export function useShortcuts(acts: ShortcutActs): void {
  const navigate = useNavigate()
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
      const isInEditor = target?.closest('[contenteditable="true"]') != null
      const shortcut = shortcutOf({ key, code, ctrlKey, metaKey, altKey, shiftKey, isInEditor })
      if (!shortcut || document.querySelector('dialog[open]')) return
      event.preventDefault()
      act(shortcut, latest.current, navigate)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [navigate])
}

function act(shortcut: Shortcut, acts: ShortcutActs, navigate: (to: string) => void) {
  if (shortcut.kind === 'palette') acts.openPalette()
  else if (shortcut.kind === 'list') acts.openList()
  else if (shortcut.kind === 'saved') acts.saySaved()
  else if (shortcut.kind === 'region') focusRegion(shortcut.isBackwards ? -1 : 1)
  else {
    const page = acts.pages[shortcut.place]
    if (page) navigate(page.to)
  }
}

/** Round the regions that can be seen: header, navigation, main content, side panels. */
function focusRegion(step: 1 | -1) {
  const shown = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (each) => each.getClientRects().length > 0,
  )
  if (shown.length === 0) return
  const here = shown.findLastIndex((region) => region.contains(document.activeElement))
  const next = here < 0 ? (step > 0 ? 0 : shown.length - 1) : (here + step + shown.length) % shown.length
  shown[next]?.focus()
}
