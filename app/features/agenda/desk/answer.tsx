import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from '#app/ui/button.tsx'
import { Submit } from '#app/ui/submit.tsx'

/** The act and the way back. */
export function Answer({ act, close, kind }: { act: string; close?: () => void; kind?: 'primary' | 'danger' }) {
  const { t } = useWords()
  return (
    <div className="btns">
      <Submit kind={kind ?? 'primary'}>{act}</Submit>
      {close ? (
        <Button kind="quiet" onClick={close}>
          {t('common.cancel')}
        </Button>
      ) : null}
    </div>
  )
}
