import { Form, Link, useActionData, useNavigation } from '@remix-run/react'
import { useRef, useState } from 'react'
import { useActing } from '#app/features/agenda/use-acting.tsx'
import type { ForceFacts } from '#app/features/force/contract.ts'
import { ForcePage } from '#app/features/force/force-page.tsx'
import { mayGenerateForce } from '#app/features/force/policy.ts'
import { decode } from '#app/features/imports/decode.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import { type PreviewedTable, TablePreview } from './table-preview.tsx'

const isPreviewed = (answer: unknown): answer is PreviewedTable =>
  typeof answer === 'object' && answer !== null && 'preview' in answer

/** A table from a file or pasted, looked at before it is taken. */
export function RequirementImportPage({ board }: { board: ForceFacts }) {
  const { t } = useWords()
  const answer = useActionData<unknown>()
  const previewed = isPreviewed(answer) ? answer : null
  const acting = useActing()
  const decision = acting ? mayGenerateForce(acting) : undefined
  const isReady = board.phases.length > 0
  return (
    <ForcePage title={t('forceDesk.importTable')} sub={t('forceDesk.importSub')}>
      <div className="body stack-24">
        <p>
          <Link to="/forces/requirement">{t('forceDesk.backToRequirement')}</Link> ·{' '}
          <Link to="/forces/requirement/table/example" reloadDocument>
            {t('forceDesk.example')}
          </Link>{' '}
          ·{' '}
          <Link to="/forces/requirement/table/present" reloadDocument>
            {t('forceDesk.download')}
          </Link>
        </p>
        {isReady ? null : <Notice kind="warn">{t('forceDesk.phasesFirst')}</Notice>}
        <TableForm table={previewed?.table ?? ''} decision={isReady ? decision : undefined} isReady={isReady} />
        {previewed ? <TablePreview key={previewed.table} {...previewed} board={board} /> : null}
      </div>
    </ForcePage>
  )
}

interface TableFormProps {
  readonly table: string
  readonly decision: ReturnType<typeof mayGenerateForce> | undefined
  readonly isReady: boolean
}

function TableForm({ table, decision, isReady }: TableFormProps) {
  const { t } = useWords()
  const { state } = useNavigation()
  const area = useRef<HTMLDivElement>(null)
  const fill = (text: string) => {
    const field = area.current?.querySelector('textarea')
    if (field) field.value = text
  }
  return (
    <Form method="post" className="form wide" preventScrollReset>
      <FileChoice onText={fill} />
      <div ref={area}>
        <TextArea
          name="table"
          label={t('forceDesk.paste')}
          hint={t('forceDesk.pasteHint')}
          defaultValue={table}
          rows={8}
          maxLength={200_000}
          spellCheck={false}
          required
        />
      </div>
      <div className="btns">
        <Button
          type="submit"
          kind="primary"
          size="large"
          isPending={state === 'submitting'}
          decision={decision}
          unavailable={isReady ? undefined : t('forceDesk.phasesFirst')}
        >
          {t('forceDesk.lookAtIt')}
        </Button>
      </div>
    </Form>
  )
}

/** The browser reads the file into the field below; where no script runs, the table is pasted. */
function FileChoice({ onText }: { onText: (text: string) => void }) {
  const words = useWords()
  const { t } = words
  const input = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<{ text: string; isRefused: boolean } | null>(null)
  if (!useHydrated()) return null
  const take = async (file: File | undefined) => {
    if (!file) return
    const read = decode(new Uint8Array(await file.arrayBuffer()))
    if ('fault' in read) return setSaid({ text: words.refusal(read.fault), isRefused: true })
    if (read.text.length > 200_000) return setSaid({ text: t('forceDesk.fileTooLong'), isRefused: true })
    onText(read.text.replace(/^\ufeff/, ''))
    setSaid({ text: t('forceDesk.fileRead', { file: file.name }), isRefused: false })
  }
  return (
    <div className="row wrap">
      <Button onClick={() => input.current?.click()}>{t('forceDesk.chooseFile')}</Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        className="vh"
        tabIndex={-1}
        aria-label={t('forceDesk.chooseFile')}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      <span role="status" className={said?.isRefused ? 'danger' : 'muted'}>
        {said?.text}
      </span>
    </div>
  )
}
