export type Shortcut =
  | { readonly kind: 'palette' }
  | { readonly kind: 'list' }
  | { readonly kind: 'page'; readonly place: number }
  | { readonly kind: 'region'; readonly isBackwards: boolean }
  | { readonly kind: 'saved' }

export interface Pressed {
  readonly key: string
  /** The key's place on the keyboard: `Digit1` whatever it types. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  /** In the editor, Option and Shift type symbols: the pages' keys are left to it. */
  readonly isInEditor: boolean
}

/** What a key press means for the frame of the page; undefined for everything else. No single letters (WCAG 2.1.4). */
export function shortcutOf(pressed: Pressed): Shortcut | undefined {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, isInEditor } = pressed
  const isCommand = (ctrlKey || metaKey) && !altKey
  if (isCommand && !shiftKey && key.toLowerCase() === 'k') return { kind: 'palette' }
  if (isCommand && (key === '/' || code === 'Slash')) return { kind: 'list' }
  if (isCommand && !shiftKey && key.toLowerCase() === 's') return { kind: 'saved' }
  if (key === 'F6' && !isCommand && !altKey) return { kind: 'region', isBackwards: shiftKey }
  const digit = /^Digit([1-8])$/.exec(code)?.[1]
  if (digit && altKey && shiftKey && !ctrlKey && !metaKey && !isInEditor)
    return { kind: 'page', place: Number(digit) - 1 }
  return undefined
}
