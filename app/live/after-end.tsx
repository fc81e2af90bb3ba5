import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { KeptWords } from './kept-words.tsx'
import type { OpenDocuments } from './open-documents.ts'

export interface AfterEndProps {
  readonly documents: OpenDocuments
  readonly accreditationId: string | null
  /** The same person acts in the same capacity again: the page goes on with what was kept. */
  readonly onReturn: () => void
  /** The way onward, where nothing is lost by it. */
  readonly children: ReactNode
}

/** What was not sent when access ended: how many changes, where they are kept, and how they are sent (LV-27). */
export function AfterEnd({ documents, accreditationId, onReturn, children }: AfterEndProps) {
  const { t } = useWords()
  const [unsent, setUnsent] = useState<number | null>(null)
  const [isDeleted, setIsDeleted] = useState(false)
  useEffect(() => {
    let isHere = true
    documents
      .unsentEdits()
      .catch(() => 0)
      .then((count) => isHere && setUnsent(count))
    return () => {
      isHere = false
    }
  }, [documents])
  if (unsent === null) return null
  if (unsent > 0 && documents.isKeptInTabOnly) {
    const deleted = () => {
      setIsDeleted(true)
      setUnsent(0)
    }
    return <KeptWords {...{ documents, accreditationId, onReturn }} count={unsent} onDeleted={deleted} />
  }
  return (
    <>
      {isDeleted ? <Notice role="status">{t('live.keptDeleted')}</Notice> : null}
      {unsent > 0 ? <p>{t('live.keptOnDevice', { count: unsent })}</p> : null}
      {children}
    </>
  )
}
