import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { BareFrame } from '#app/ui/shell/bare.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { actAs, Capacity } from './contract.ts'

export interface CapacityPageProps {
  readonly capacities: readonly Capacity[]
  readonly isOrganiser: boolean
  /** The accreditation of this login. */
  readonly acting: string | null
}

/** One person, several capacities: which one acts from now on, in this browser. */
export function CapacityPage({ capacities, isOrganiser, acting }: CapacityPageProps) {
  const { t } = useWords()
  return (
    <BareFrame>
      <main id="main" className="main" tabIndex={-1}>
        <div className="fm w">
          <div>
            <h1>{t('identity.chooseCapacity')}</h1>
            <p className="muted">{t('identity.capacitiesHint')}</p>
          </div>
          {capacities.length > 0 ? (
            <ul className="caps">
              {capacities.map((capacity) => (
                <CapacityRow
                  key={capacity.accreditationId}
                  capacity={capacity}
                  isActing={capacity.accreditationId === acting}
                />
              ))}
            </ul>
          ) : (
            <EmptyState>{t('identity.noCapacity')}</EmptyState>
          )}
          <div className="row wrap">
            {isOrganiser ? <LinkButton to="/conferences">{t('identity.toConferences')}</LinkButton> : null}
            <form method="post" action="/sign-out">
              <button type="submit" className="btn q">
                {t('identity.signOut')}
              </button>
            </form>
          </div>
        </div>
      </main>
    </BareFrame>
  )
}

function CapacityRow({ capacity, isActing }: { capacity: Capacity; isActing: boolean }) {
  const { t, locale } = useWords()
  const { accreditationId, conferenceNames, symbolRoot, role, delegationCode, delegationNames } = capacity
  return (
    <li aria-current={isActing || undefined}>
      <div className="grow">
        <p>
          <b>
            <bdi>{delegationNames ? nameIn(delegationNames, locale) : t('people.secretariat')}</bdi>
          </b>{' '}
          {delegationCode ? (
            <bdi dir="ltr" className="code muted">
              {delegationCode}
            </bdi>
          ) : null}{' '}
          {isActing ? <Tag kind="info">{t('identity.actingNow')}</Tag> : null}
        </p>
        <p>{t(`roles.${role}`)}</p>
        <p className="muted sm">
          <bdi dir="ltr" className="code">
            {symbolRoot}
          </bdi>{' '}
          {nameIn(conferenceNames, locale)}
        </p>
      </div>
      <MutationForm<typeof actAs> intent="identity.actAs" fixed={{ accreditationId }}>
        <Submit kind="outlined" size="normal">
          {t('identity.act')}
        </Submit>
      </MutationForm>
    </li>
  )
}
