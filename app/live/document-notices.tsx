import { useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from '#app/ui/button.tsx'
import { useAnnounce } from '#app/ui/live-region.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { OpenDocument } from './use-document.ts'
import { useSaveState } from './use-document.ts'

/** What a document has to tell its reader, above its text: refused words to copy, damage, what was recovered. */
export function DocumentNotices({ document }: { document: OpenDocument }) {
  const { t } = useWords()
  const { status } = document
  return (
    <>
      <RefusedText document={document} />
      {status.ended ? (
        <Notice kind="warn" role="alert">
          {t(`live.documentEnded.${status.ended}`)}
        </Notice>
      ) : null}
      {status.isCrowded ? <Notice kind="warn">{t('live.tooManyOpenings')}</Notice> : null}
      {status.isDamaged ? <Notice kind="danger">{t('live.damaged')}</Notice> : null}
      {status.massDeletion ? <Notice kind="warn">{t('live.massDeletion')}</Notice> : null}
      {status.wasResynced ? <Notice kind="info">{t('live.resynced')}</Notice> : null}
      {status.restored > 0 ? <Notice kind="info">{t('live.recovered', { count: status.restored })}</Notice> : null}
    </>
  )
}

function RefusedText({ document }: { document: OpenDocument }) {
  const { t } = useWords()
  const announce = useAnnounce()
  const [isSure, setIsSure] = useState(false)
  const { provider, discardUnsaved } = document
  const state = useSaveState(provider)
  if (state.kind !== 'rejected' || !provider) return null
  const text = provider.rescuedText()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      announce(t('live.copied'))
    } catch {
      announce(t('live.notCopied'), 'assertive')
    }
  }
  return (
    <Notice kind="danger" title={t('live.refused', { reason: t(`live.refusedReason.${state.because}`) })}>
      <p>{t('live.refusedKept')}</p>
      {text ? (
        <textarea className="inp" readOnly dir="auto" rows={4} aria-label={t('live.refusedText')} value={text} />
      ) : null}
      <p className="row wrap">
        {text ? <Button onClick={copy}>{t('live.copyText')}</Button> : null}
        <Button kind={isSure ? 'danger' : 'quiet'} onClick={isSure ? discardUnsaved : () => setIsSure(true)}>
          {isSure ? t('live.giveUpSure') : t('live.giveUp')}
        </Button>
      </p>
    </Notice>
  )
}
