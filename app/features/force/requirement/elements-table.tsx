import type { Element, IssuedContent } from '#app/features/force/contract.ts'
import { figureOf } from '#app/features/force/figures.ts'
import { type PhaseSum, phaseSums } from '#app/features/force/phase-sums.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ChangeCell, ChangeHead } from './change-cell.tsx'
import { differenceWords } from './field-words.ts'
import { Scrolled } from './scrolled.tsx'

interface ElementsTableProps {
  readonly content: Pick<IssuedContent, 'phases' | 'elements' | 'figures'>
  /** Whoever keeps the requirement changes an element from its row. */
  readonly isKept?: boolean
}

/** The elements with what is required of them in each phase, and what they add up to against the ceilings. */
export function ElementsTable({ content, isKept }: ElementsTableProps) {
  const { t } = useWords()
  const { phases, elements, figures } = content
  const sums = phaseSums(phases, elements, figures)
  return (
    <Scrolled label={t('forceDesk.elements')}>
      <Table
        caption={t('forceDesk.elements')}
        isCaptionHidden
        isDense
        className="spots"
        isStacked
        head={
          <>
            <th scope="col" className="num">
              {t('forceDesk.column.serial')}
            </th>
            <th scope="col" className="x">
              {t('forceDesk.column.name')}
            </th>
            <th scope="col">{t('forceDesk.column.capability')}</th>
            <th scope="col">{t('forceDesk.column.sector')}</th>
            <th scope="col">{t('forceDesk.column.priority')}</th>
            {phases.map(({ phaseId, name }) => (
              <th key={phaseId} scope="col" className="num">
                <bdi>{name}</bdi>
              </th>
            ))}
            {isKept ? <ChangeHead /> : null}
          </>
        }
      >
        {elements.map((element) => (
          <ElementRow key={element.elementId} element={element} content={content} isKept={isKept} />
        ))}
        <SumRows content={content} sums={sums} isKept={isKept} />
      </Table>
    </Scrolled>
  )
}

function ElementRow({ element, content, isKept }: ElementsTableProps & { element: Element }) {
  const { t, format } = useWords()
  const { elementId, serial, name, capability, sector, priority, specification, note, maxContributors } = element
  return (
    <tr id={`e.${elementId}`}>
      <td className="num muted" data-label={t('forceDesk.column.serial')}>
        {format.number(serial, { useGrouping: false })}
      </td>
      <th scope="row" className="x mid">
        <div className="row wrap">
          <bdi>{name}</bdi>
          {element.isCritical ? <Tag kind="danger">{t('forceDesk.critical')}</Tag> : null}
          <span className="sm muted">
            {element.isIndivisible ? t('forceDesk.indivisible') : t('forceDesk.most', { count: maxContributors })}
          </span>
          {specification ? (
            <details className="sm">
              <summary className="muted">{t('forceDesk.column.specification')}</summary>
              {specification.split('\n').map((paragraph) => (
                <p key={paragraph} className="muted" dir="auto">
                  {paragraph}
                </p>
              ))}
            </details>
          ) : null}
        </div>
        {note ? (
          <p className="sm muted">
            <bdi>{note}</bdi>
          </p>
        ) : null}
      </th>
      <td className="nw" data-label={t('forceDesk.column.capability')}>
        {t(`forces.capability.${capability}`)}
      </td>
      <td className="nw" data-label={sector ? t('forceDesk.column.sector') : undefined}>
        <bdi>{sector}</bdi>
      </td>
      <td data-label={t('forceDesk.column.priority')}>{t(`forces.priority.${priority}`)}</td>
      {content.phases.map(({ phaseId, name: phase }) => (
        <td key={phaseId} className="num" data-label={phase}>
          {format.number(figureOf(element.required, phaseId))}
        </td>
      ))}
      {isKept ? <ChangeCell panel="element" id={elementId} name={name} /> : null}
    </tr>
  )
}

function SumRows({ content, sums, isKept }: ElementsTableProps & { sums: readonly PhaseSum[] }) {
  const words = useWords()
  const { t, format } = words
  const { phases, figures } = content
  const row = (label: string, cellOf: (sum: PhaseSum) => string, isStrong = false) => (
    <tr>
      <th scope="row" colSpan={5} className={isStrong ? 'h' : 'muted'}>
        {label}
      </th>
      {sums.map((sum, place) => (
        <td key={sum.phaseId} className={isStrong ? 'num h' : 'num'} data-label={phases[place]?.name}>
          {cellOf(sum)}
        </td>
      ))}
      {isKept ? <td /> : null}
    </tr>
  )
  return (
    <>
      {row(t('forceDesk.together'), ({ stated }) => format.number(stated), true)}
      {figures === 'INCREMENTAL' ? row(t('forceDesk.atMilestone'), ({ standing }) => format.number(standing)) : null}
      {row(t('forceDesk.ceiling'), ({ ceiling }) => format.number(ceiling))}
      {row(t('forceDesk.difference'), ({ difference }) => differenceWords(words, difference))}
    </>
  )
}
