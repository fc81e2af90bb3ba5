import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { PlainSelect } from '#app/ui/select.tsx'
import type { Facts } from './quoted.ts'

interface FactDialogProps {
  readonly editor: Editor
  readonly facts: Facts
  readonly onClose: () => void
}

/** Chooses a fact and writes it into the text as it is now. */
export function FactDialog({ editor, facts, onClose }: FactDialogProps) {
  const { t } = useWords()
  const [chosen, setChosen] = useState(facts.choices[0]?.fact ?? '')
  const groups = [...new Set(facts.choices.map(({ group }) => group))]
  const now = facts.now(chosen)
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  const insert = () => {
    if (now)
      editor.commands.insertContent({
        type: 'text',
        text: now.words,
        marks: [{ type: 'quoted', attrs: { fact: chosen, asOf: facts.asOf() } }],
      })
    close()
  }
  return (
    <Dialog isOpen title={t('quotes.insert')} onClose={close}>
      <div className="stack-16">
        <p className="hint">{t('quotes.hint')}</p>
        <PlainSelect
          aria-label={t('quotes.which')}
          data-autofocus
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        >
          {groups.map((group) => (
            <optgroup key={group} label={group}>
              {facts.choices
                .filter((choice) => choice.group === group)
                .map(({ fact, label }) => (
                  <option key={fact} value={fact}>
                    {label}
                  </option>
                ))}
            </optgroup>
          ))}
        </PlainSelect>
        <p>
          {t('quotes.reads')} <b>{now?.words}</b>
        </p>
        <div className="row">
          <Button kind="primary" size="large" onClick={insert}>
            {t('quotes.put')}
          </Button>
          <Button kind="quiet" size="large" onClick={close}>
            {t('common.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
