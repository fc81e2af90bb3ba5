import { useEffect, useRef } from 'react'
import type { ChangedByTable, ForceFacts, requirementPreview, takeRequirement } from '#app/features/force/contract.ts'
import { figureOf } from '#app/features/force/figures.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { OutputOf } from '#app/kernel/contract.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Table } from '#app/ui/table.tsx'
import { differenceWords, fieldsWords } from './field-words.ts'
import { ProblemTable } from './problem-table.tsx'
import { Section } from './section.tsx'

export interface PreviewedTable {
  readonly table: string
  readonly preview: OutputOf<typeof requirementPreview>
}

/** What a table would make of the requirement, before it is taken: element by element, and against the ceilings (FS-35). */
export function TablePreview({ table, preview, board }: PreviewedTable & { board: ForceFacts }) {
  const { t } = useWords()
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { problems, rows, added, changed, elements } = preview
  return (
    <div ref={heading} tabIndex={-1} className="stack-24">
      {problems.length > 0 ? (
        <>
          <Notice kind="danger" role="alert" title={t('forceDesk.problems', { count: problems.length })}>
            {t('forceDesk.problemsHint')}
          </Notice>
          <Section title={t('forceDesk.toCorrect')}>
            <ProblemTable problems={problems} />
          </Section>
        </>
      ) : (
        <Notice kind="ok" role="status" title={t('forceDesk.readable', { count: rows })}>
          {t('forceDesk.addedAndChanged', { added, changed, same: rows - added - changed })}
        </Notice>
      )}
      {elements.length > 0 ? (
        <Section title={t('forceDesk.tableChanges')}>
          <ul className="stack-4">
            {elements.map((element) => (
              <Changed key={element.serial} element={element} />
            ))}
          </ul>
        </Section>
      ) : null}
      {rows > 0 ? <Sums preview={preview} board={board} /> : null}
      {problems.length === 0 ? (
        <MutationForm<typeof takeRequirement> intent="force.takeRequirement" fixed={{ table }}>
          <Submit>{t('forceDesk.take')}</Submit>
        </MutationForm>
      ) : null}
    </div>
  )
}

function Changed({ element }: { element: ChangedByTable }) {
  const words = useWords()
  const { t } = words
  const { serial, name, was, isNew, fields, figures, offers } = element
  const said = [
    ...(isNew ? [t('forceDesk.isNew')] : []),
    ...(was === null ? [] : [t('forceDesk.renamed', { was, now: name })]),
    ...figures.map(({ phase, before, after }) => t('forceDesk.figureChanged', { phase, was: before, now: after })),
    ...(fields.length > 0 ? [fieldsWords(words, fields)] : []),
    ...(offers > 0 ? [t('forceDesk.releasedOffers', { count: offers })] : []),
  ]
  return (
    <li>
      <b>
        <bdi>{`${serial} ${name}`}</bdi>
      </b>
      {': '}
      {said.join('; ')}
    </li>
  )
}

function Sums({ preview: { totals, sums }, board }: { preview: PreviewedTable['preview']; board: ForceFacts }) {
  const words = useWords()
  const { t, format } = words
  const nameOf = (id: string) => board.phases.find(({ phaseId }) => phaseId === id)?.name
  return (
    <Section title={t('forceDesk.inTable')}>
      <Table
        caption={t('forceDesk.inTable')}
        isCaptionHidden
        isDense
        isStacked
        head={
          <>
            <th scope="col" className="x">
              {t('forceDesk.phase')}
            </th>
            <th scope="col" className="num">
              {t('forceDesk.inTableSum')}
            </th>
            <th scope="col" className="num">
              {t('forceDesk.afterTaking')}
            </th>
            <th scope="col" className="num">
              {t('forceDesk.ceiling')}
            </th>
            <th scope="col" className="num">
              {t('forceDesk.difference')}
            </th>
          </>
        }
      >
        {sums.map(({ phaseId, standing, ceiling, difference }) => (
          <tr key={phaseId}>
            <th scope="row">
              <bdi>{nameOf(phaseId)}</bdi>
            </th>
            <td className="num" data-label={t('forceDesk.inTableSum')}>
              {format.number(figureOf(totals, phaseId))}
            </td>
            <td className="num" data-label={t('forceDesk.afterTaking')}>
              {format.number(standing)}
            </td>
            <td className="num" data-label={t('forceDesk.ceiling')}>
              {format.number(ceiling)}
            </td>
            <td className="num" data-label={t('forceDesk.difference')}>
              {differenceWords(words, difference)}
            </td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}
