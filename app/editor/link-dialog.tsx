import type { Editor } from '@tiptap/core'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { linkFromTyping } from './link-address.ts'

interface LinkDialogProps {
  readonly editor: Editor
  readonly onClose: () => void
}

/** Sets, changes or removes the link of the selected words. */
export function LinkDialog({ editor, onClose }: LinkDialogProps) {
  const { t } = useWords()
  const id = useId()
  const [isWrong, setWrong] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  // The dialog itself would begin with its button for closing.
  useEffect(() => input.current?.select(), [])
  const href: unknown = editor.getAttributes('link').href
  const current = typeof href === 'string' ? href : null
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('address')
    const address = linkFromTyping(typeof typed === 'string' ? typed : '')
    setWrong(address === null)
    if (address === null) return
    setLink(editor, address)
    close()
  }
  const remove = () => {
    editor.chain().extendMarkRange('link').unsetMark('link').run()
    close()
  }
  return (
    <Dialog isOpen title={t('editor.link')} onClose={close}>
      <form onSubmit={submit} noValidate>
        <div className={isWrong ? 'field bad' : 'field'}>
          <label htmlFor={id}>{t('editor.linkAddress')}</label>
          <p className="hint" id={`${id}-hint`}>
            {t('editor.linkHint')}
          </p>
          {isWrong ? (
            <p className="err" id={`${id}-error`} role="alert">
              {t('editor.linkWrong')}
            </p>
          ) : null}
          <input
            ref={input}
            id={id}
            name="address"
            className="inp"
            type="text"
            inputMode="url"
            dir="ltr"
            autoComplete="off"
            defaultValue={current ?? ''}
            aria-describedby={isWrong ? `${id}-hint ${id}-error` : `${id}-hint`}
            aria-invalid={isWrong || undefined}
          />
        </div>
        <div className="row">
          <Button type="submit" kind="primary" size="large">
            {t('editor.linkSet')}
          </Button>
          {current === null ? null : (
            <Button size="large" onClick={remove}>
              {t('editor.linkRemove')}
            </Button>
          )}
          <Button kind="quiet" size="large" onClick={close}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** With nothing selected and no link at the cursor, the address itself becomes the words. */
function setLink(editor: Editor, href: string): void {
  if (editor.state.selection.empty && !editor.isActive('link')) {
    editor.commands.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
  } else editor.chain().extendMarkRange('link').setMark('link', { href }).run()
}
