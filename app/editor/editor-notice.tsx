import type { PlainKey } from '#app/i18n/message-types.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { EditorNotice } from './create-editor.ts'

export const noticeWords: Record<EditorNotice, PlainKey> = {
  pictures: 'editor.pasteCleaned',
  withheld: 'editor.pasteWithheld',
  'too-long': 'editor.pasteTooLong',
  full: 'editor.tooLarge',
}

/** What the editor had to tell, beneath the text until it is closed. */
export function EditorNotices({ notices, onClose }: { notices: readonly EditorNotice[]; onClose: () => void }) {
  const { t } = useWords()
  if (notices.length === 0) return null
  return (
    <div className="text-notice">
      <Notice kind={notices.includes('full') || notices.includes('too-long') ? 'warn' : 'info'}>
        <span className="row">
          <span className="grow">{notices.map((notice) => t(noticeWords[notice])).join(' ')}</span>
          <Button kind="quiet" size="small" onClick={onClose}>
            {t('common.close')}
          </Button>
        </span>
      </Notice>
    </div>
  )
}
