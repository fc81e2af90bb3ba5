import { useEffect, useRef, useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { AfterEndProps } from './after-end.tsx'
import { keptInTabMs, type Return, readLogin, returnOf } from './login-return.ts'

interface KeptWordsProps extends Omit<AfterEndProps, 'children'> {
  readonly count: number
  readonly onDeleted: () => void
}

/**
 * What was not sent when access ended and lives in this tab alone: for how long, how it is sent, and a way to be rid of
 * it. Nothing of it is shown, and nobody else gets it (LV-27).
 */
export function KeptWords({ documents, accreditationId, count, onReturn, onDeleted }: KeptWordsProps) {
  const { t } = useWords()
  const [isSure, setIsSure] = useState(false)
  const [found, setFound] = useState<Return | null>(null)
  const forget = () => void documents.wipe().then(onDeleted)
  const isBack = useRef(false)
  const look = async () => {
    const login = await readLogin()
    const who = login && returnOf(login, accreditationId)
    if (isBack.current) return
    isBack.current = who === 'same'
    if (isBack.current) onReturn()
    else setFound(who)
  }
  const latest = useRef({ forget, look })
  latest.current = { forget, look }

  useEffect(() => {
    const timer = setTimeout(() => latest.current.forget(), keptInTabMs)
    const back = () => {
      if (document.visibilityState === 'visible') void latest.current.look()
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('focus', back)
    document.addEventListener('visibilitychange', back)
    window.addEventListener('beforeunload', ask)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('focus', back)
      document.removeEventListener('visibilitychange', back)
      window.removeEventListener('beforeunload', ask)
    }
  }, [])

  return (
    <Notice kind="danger" title={t('live.keptInTab', { count })}>
      <p>{t('live.keptInTabHow')}</p>
      {found === 'nobody' || found === 'somebodyElse' ? <p role="alert">{t(`live.keptReturn.${found}`)}</p> : null}
      <p className="row wrap">
        <a className="btn pri" href="/" target="_blank" rel="noopener">
          {t('live.openAnother')}
        </a>
        <Button onClick={look}>{t('live.sendKept')}</Button>
        <Button kind={isSure ? 'danger' : 'quiet'} onClick={isSure ? forget : () => setIsSure(true)}>
          {t(isSure ? 'live.deleteKeptSure' : 'live.deleteKept')}
        </Button>
      </p>
    </Notice>
  )
}
