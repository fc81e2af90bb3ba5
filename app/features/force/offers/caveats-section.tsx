import type { OfferView } from '#app/features/force/contract.ts'
import { isOver } from '#app/features/force/pipeline.ts'
import { mayChangeCaveat } from '#app/features/force/policy.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { VisibilityLabel } from '#app/ui/visibility-label.tsx'
import { CaveatForm, MoveCaveatForm } from './caveat-forms.tsx'
import { EditFold } from './edit-fold.tsx'
import type { OfferHere } from './here.tsx'

type Caveat = OfferView['caveats'][number]

/** How the contingent may be used: national limits, each with readers of its own (FS-25). */
export function CaveatsSection({ here }: { here: OfferHere }) {
  const { t } = useWords()
  const { offer, acting, circle } = here
  return (
    <section className="sec stack-8" aria-labelledby="caveats">
      <h2 id="caveats">{t('forces.limits')}</h2>
      {offer.caveats.length > 0 ? (
        <ul className="revs">
          {offer.caveats.map((caveat) => (
            <li key={caveat.caveatId}>
              <div className="grow stack-8">
                <CaveatWords caveat={caveat} force={here.force} />
                {offer.hasOwnAccess ? <CaveatActs here={here} caveat={caveat} /> : null}
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{t(offer.hasOwnAccess ? 'forceOffers.noLimits' : 'forceOffers.noLimitsInSight')}</p>
      )}
      {offer.hasOwnAccess && !isOver(offer.status) ? (
        <EditFold
          label={t('forceOffers.addLimit')}
          decision={mayChangeCaveat(acting, circle, ['NONE'])}
          intent="force.setCaveat"
          isOther={({ caveatId }) => caveatId !== undefined}
        >
          {(close) => <CaveatForm here={here} caveat={null} onDone={close} />}
        </EditFold>
      ) : null}
    </section>
  )
}

export function CaveatWords({ caveat, force }: { caveat: Caveat; force: ForceInSight }) {
  const { t, format } = useWords()
  const { category, effect, status, isLate, text, sectors, release } = caveat
  const isLifted = status === 'LIFTED'
  return (
    <>
      <p className="row wrap sm">
        <b>{t(`forces.category.${category}`)}</b>
        <Tag kind={effect === 'PROHIBITION' ? 'danger' : 'warn'}>{t(`forces.effect.${effect}`)}</Tag>
        {status === 'DECLARED' ? null : <Tag>{t(`forces.caveatState.${status}`)}</Tag>}
        {isLate ? <Tag kind="warn">{t('forceOffers.lateLimit')}</Tag> : null}
      </p>
      <p dir="auto" className="of-text">
        {isLifted ? <s>{text}</s> : text}
      </p>
      {sectors.length > 0 ? <p className="sm muted">{format.list(sectors)}</p> : null}
      <Dates caveat={caveat} />
      {release ? <Readers release={release} force={force} /> : null}
    </>
  )
}

function Dates({ caveat: { startsOn, endsOn } }: { caveat: Caveat }) {
  const { t, format } = useWords()
  if (!startsOn && !endsOn) return null
  const words =
    startsOn && endsOn
      ? format.dayRange(startsOn, endsOn)
      : startsOn
        ? t('forceOffers.fromDate', { date: format.calendarDate(startsOn) })
        : t('forceOffers.untilDate', { date: format.calendarDate(endsOn ?? '') })
  return <p className="sm muted">{words}</p>
}

function Readers({ release, force }: { release: NonNullable<Caveat['release']>; force: ForceInSight }) {
  const { t, format } = useWords()
  if (release.audience === 'NONE') return <VisibilityLabel kind="delegation" />
  const names = release.recipientIds.map((id) => force.delegation(id).name)
  return (
    <p className="sm muted">
      {t('forceOffers.readBy', {
        readers:
          release.audience === 'NAMED'
            ? t('forceOffers.secretariatAnd', { names: format.list(names) })
            : t(`forces.caveatAudience.${release.audience}`),
      })}
    </p>
  )
}

function CaveatActs({ here, caveat }: { here: OfferHere; caveat: Caveat }) {
  const { t } = useWords()
  const { offer, acting, circle } = here
  const { caveatId, text } = caveat
  const decision = mayChangeCaveat(acting, circle, [caveat.release?.audience ?? 'NONE'])
  return (
    <div className="of-acts">
      <EditFold
        label={t('forceOffers.change')}
        of={text}
        decision={decision}
        intent="force.setCaveat"
        fixed={{ offerId: offer.offerId, caveatId }}
      >
        {(close) => <CaveatForm here={here} caveat={caveat} onDone={close} />}
      </EditFold>
      <EditFold
        label={t('forceOffers.moveLimit')}
        of={text}
        decision={decision}
        intent="force.moveCaveat"
        fixed={{ caveatId }}
      >
        {(close) => <MoveCaveatForm caveat={caveat} onDone={close} />}
      </EditFold>
    </div>
  )
}
