import { Link } from '@remix-run/react'
import { useState } from 'react'
import { useActing } from '#app/features/agenda/use-acting.tsx'
import { type ElementToFill, elementsToFill, type LineToAccept } from '#app/features/force/acceptance-list.ts'
import { isConditional } from '#app/features/force/board.ts'
import type { caveatList, conditionLinks } from '#app/features/force/contract.ts'
import { figureOf, isAny } from '#app/features/force/figures.ts'
import { ForcePage } from '#app/features/force/force-page.tsx'
import { mayGenerateForce } from '#app/features/force/policy.ts'
import { Section } from '#app/features/force/requirement/section.tsx'
import { type ForceInSight, useForce } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { OutputOf } from '#app/kernel/contract.ts'
import type { Decision } from '#app/kernel/policy.ts'
import { useLive } from '#app/live/use-live.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { AcceptForm } from './accept-form.tsx'
import { ConditionsAtRisk } from './conditions-at-risk.tsx'
import { Funds } from './funds.tsx'
import { Warnings } from './warnings-list.tsx'

interface AcceptPageProps {
  readonly loaded: Parameters<typeof useForce>[0]
  readonly caveats: OutputOf<typeof caveatList>
  readonly links: OutputOf<typeof conditionLinks>
}

/** What was promised and waits for the force generator: element by element, with what to look at. */
export function AcceptPage({ loaded, ...first }: AcceptPageProps) {
  const { t } = useWords()
  const force = useForce(loaded)
  const { caveats } = useLive<typeof caveatList>('force.caveats', {}, first.caveats)
  const { conditions } = useLive<typeof conditionLinks>('force.links', {}, first.links)
  const acting = useActing()
  const decision = acting ? mayGenerateForce(acting) : undefined
  const { statement, phases, elements, offers } = force.board
  const figures = statement?.figures ?? 'CUMULATIVE_AT_MILESTONE'
  const filled = elementsToFill({ figures, phases, elements, offers })
  const { above, below, touch } = usePlaces(filled)
  const [waiting, settled] = [filled.filter(isWaiting), below.filter((each) => !isWaiting(each))]
  return (
    <ForcePage title={t('forceDesk.accept')} sub={t('forceDesk.acceptSub', { count: waiting.length })}>
      <div className="body stack-24">
        {decision?.ok === false ? <Notice kind="info">{t('forceDesk.readOnly')}</Notice> : null}
        {waiting.length === 0 ? <EmptyState>{t('forceDesk.nothingWaits')}</EmptyState> : null}
        {above.map((each) => (
          <Filling key={each.element.elementId} filling={each} force={force} decision={decision} touch={touch} />
        ))}
        {below.length > 0 ? (
          <details>
            <summary>{t('forceDesk.acceptedInFull', { count: settled.length })}</summary>
            <div className="stack-24">
              {below.map((each) => (
                <Filling key={each.element.elementId} filling={each} force={force} decision={decision} touch={touch} />
              ))}
            </div>
          </details>
        ) : null}
        <Warnings force={force} caveats={caveats} />
        <ConditionsAtRisk force={force} conditions={conditions} />
        <Funds force={force} decision={decision} />
      </div>
    </ForcePage>
  )
}

const isWaiting = ({ lines }: ElementToFill) => lines.some((line) => line.isWaiting)

/**
 * What waits stands above what is settled. Where somebody acts here, the element stays in its place, so that the word
 * after the act and the focus are where the act was.
 */
function usePlaces(filled: readonly ElementToFill[]) {
  const [touched, setTouched] = useState<ReadonlyMap<string, 'above' | 'below'>>(new Map())
  const placeOf = (each: ElementToFill) => touched.get(each.element.elementId) ?? (isWaiting(each) ? 'above' : 'below')
  return {
    above: filled.filter((each) => placeOf(each) === 'above'),
    below: filled.filter((each) => placeOf(each) === 'below'),
    touch: (each: ElementToFill) => setTouched((all) => new Map(all).set(each.element.elementId, placeOf(each))),
  }
}

interface FillingProps {
  readonly filling: ElementToFill
  readonly touch: (filling: ElementToFill) => void
  readonly force: ForceInSight
  readonly decision: Decision | undefined
}

function Filling({ filling, touch, force, decision }: FillingProps) {
  const { t } = useWords()
  const { element, required, accepted, lacking, lines } = filling
  const { phases } = force.board
  return (
    <Section
      title={
        <>
          <bdi>{`${element.serial}  ${element.name}`}</bdi>{' '}
          {element.isCritical ? <Tag kind="danger">{t('forceDesk.critical')}</Tag> : null}
        </>
      }
      end={
        <span className="muted">
          {isAny(lacking)
            ? phases
                .filter(({ phaseId }) => figureOf(required, phaseId) > 0)
                .map(({ phaseId, name }) =>
                  t('forceDesk.lackingIn', {
                    phase: name,
                    lacking: figureOf(lacking, phaseId),
                    accepted: figureOf(accepted, phaseId),
                    required: figureOf(required, phaseId),
                  }),
                )
                .join(' · ')
            : t('forceDesk.nothingLacks')}
        </span>
      }
    >
      <Table
        caption={element.name}
        isCaptionHidden
        isDense
        isStacked
        onSubmit={() => touch(filling)}
        head={
          <>
            <th scope="col" className="x">
              {t('forceDesk.offer')}
            </th>
            <th scope="col">{t('forceDesk.standing')}</th>
            <th scope="col">{t('forceDesk.acceptIt')}</th>
          </>
        }
      >
        {lines.map((line) => (
          <LineRow key={line.offer.offerId} filling={filling} line={line} force={force} decision={decision} />
        ))}
      </Table>
    </Section>
  )
}

interface LineRowProps {
  readonly filling: ElementToFill
  readonly line: LineToAccept
  readonly force: ForceInSight
  readonly decision: Decision | undefined
}

function LineRow({ filling, line, force, decision }: LineRowProps) {
  const { t } = useWords()
  const { offer, line: own, isFitting } = line
  // The form stays as it was shown at first: it would fold away under the hand of whoever accepts the rest.
  const [wasWaiting, setWasWaiting] = useState(line.isWaiting)
  if (line.isWaiting && !wasWaiting) setWasWaiting(true)
  const { phases } = force.board
  const state = force.delegation(offer.delegationId)
  const form = <AcceptForm filling={filling} line={line} phases={phases} decision={decision} />
  return (
    <tr>
      <th scope="row" className="x">
        <bdi>{state.code}</bdi>{' '}
        <span className="muted">
          <bdi>{state.name}</bdi>
        </span>
        <br />
        <Link to={`/forces/offers/${offer.offerId}`}>
          <bdi>{offer.title}</bdi>
        </Link>
        <p className="sm muted">
          {phases
            .filter(({ phaseId }) => figureOf(own.offered, phaseId) > 0)
            .map(({ phaseId, name }) =>
              t('forceDesk.offeredIn', {
                phase: name,
                offered: figureOf(own.offered, phaseId),
                accepted: figureOf(own.accepted, phaseId),
              }),
            )
            .join(' · ')}
        </p>
        {own.decision ? (
          <p className="sm muted">
            {t('forceDesk.decided')} <bdi>{own.decision}</bdi>
          </p>
        ) : null}
      </th>
      <td>
        <span className="nw">{t(`forces.status.${offer.status}`)}</span>
        {isConditional(offer) ? (
          <>
            <br />
            <Tag kind="warn">{t('forcePictures.conditional')}</Tag>
          </>
        ) : null}
        {isFitting ? null : (
          <>
            <br />
            <Tag kind="warn">{t('forceDesk.doesNotFit')}</Tag>
          </>
        )}
      </td>
      <td className="broad">
        {wasWaiting ? (
          form
        ) : (
          <details>
            <summary>{t('forceDesk.changeAccepted')}</summary>
            {form}
          </details>
        )}
      </td>
    </tr>
  )
}
