import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from './button.tsx'
import { close } from './icons.ts'

export interface DialogProps {
  readonly isOpen: boolean
  readonly title: ReactNode
  readonly onClose: () => void
  readonly isWide?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** What is typed in comes first; else the title, so that what the dialog asks is read before what it offers. */
const firstFocus = (dialog: HTMLElement) =>
  dialog.querySelector<HTMLElement>('[data-autofocus]') ?? dialog.querySelector('h2')

/** Where the focus was; a menu that has closed since is entered again by its button. */
const placeOf = (opener: Element | null) =>
  opener?.closest('details:not([open])')?.querySelector('summary') ?? (opener instanceof HTMLElement ? opener : null)

/**
 * The browser's own dialog: the rest of the page is inert, Esc closes, the focus goes back to where it was. A field with
 * `data-autofocus` gets the focus first.
 */
export function Dialog({ isOpen, title, onClose, isWide, className, children }: DialogProps) {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (!isOpen || !element) return
    const opener = document.activeElement
    element.showModal()
    firstFocus(element)?.focus()
    return () => placeOf(opener)?.focus()
  }, [isOpen])
  if (!isOpen) return null
  return (
    <dialog
      ref={dialog}
      className={['dlg', isWide && 'wide', className].filter(Boolean).join(' ')}
      aria-labelledby={titleId}
      onClose={onClose}
      onCancel={onClose}
    >
      <div className="dh">
        <h2 id={titleId} className="grow" tabIndex={-1}>
          {title}
        </h2>
        <Button kind="quiet" icon={close} label={t('common.close')} onClick={onClose} />
      </div>
      <div className="db">{children}</div>
    </dialog>
  )
}
