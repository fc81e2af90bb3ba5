import { useEffect, useRef } from 'react'

const writable = 'input, textarea, select, [contenteditable="true"], dialog[open]'

/** A key by itself, nowhere where it would be typed (WCAG 2.1.4: only where the reader has allowed such keys). */
export function useSingleKey(key: string, isOn: boolean, act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    if (!isOn) return
    const pressed = (event: KeyboardEvent) => {
      const isOther = event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== key
      const isTyping = event.target instanceof Element && event.target.closest(writable) !== null
      if (isOther || isTyping || event.defaultPrevented || document.querySelector('dialog[open]')) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [key, isOn])
}
