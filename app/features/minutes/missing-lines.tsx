import { useEffect, useRef, useState } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import type { insertLines } from './contract.ts'

interface MissingLinesProps {
  readonly minutesId: string
  readonly lines: readonly { readonly blockId: string; readonly at: string; readonly sentence: string }[]
  readonly decision: Decision
}

/** What happened since the record was opened and is not in its text yet, and one press to put it there. */
export function MissingLines({ minutesId, lines, decision }: MissingLinesProps) {
  const { t } = useWords()
  const [inserted, setInserted] = useState(0)
  const frame = useRef<HTMLDivElement>(null)
  const isPressed = useRef(false)
  const count = lines.length
  // The button that was pressed goes with its line: whoever works by keyboard goes on at the next one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a line fewer is what this waits for
  useEffect(() => {
    if (!isPressed.current) return
    isPressed.current = false
    const next = frame.current?.querySelector<HTMLElement>('li button') ?? frame.current
    next?.focus()
  }, [count])
  const done = (answer: { readonly inserted: number }) => {
    isPressed.current = true
    setInserted(answer.inserted)
  }
  if (count === 0 && inserted === 0) return null
  return (
    <div ref={frame} tabIndex={-1} className="no-print">
      <p role="status" className={count === 0 ? 'sm muted' : 'vh'}>
        {inserted > 0 ? t('minutes.linesInserted', { count: inserted }) : null}
      </p>
      {count > 0 ? (
        <Notice kind="info" title={t('minutes.missingLines', { count })}>
          <ul className="plain">
            {lines.map(({ blockId, at, sentence }) => (
              <li key={blockId}>
                <span className="muted">
                  <Timestamp at={at} show="time" />
                </span>{' '}
                <bdi>{sentence}</bdi>
                {decision.ok ? (
                  <MutationForm<typeof insertLines>
                    intent="minutes.insertLines"
                    fixed={{ minutesId, lineId: blockId }}
                    onDone={done}
                  >
                    <Submit size="small" kind="outlined" label={t('minutes.insertLineNamed', { line: sentence })}>
                      {t('minutes.insertLine')}
                    </Submit>
                  </MutationForm>
                ) : null}
              </li>
            ))}
          </ul>
          {decision.ok && count > 1 ? (
            <MutationForm<typeof insertLines> intent="minutes.insertLines" fixed={{ minutesId }} onDone={done}>
              <Submit size="small">{t('minutes.insertAllLines')}</Submit>
            </MutationForm>
          ) : null}
        </Notice>
      ) : null}
    </div>
  )
}
