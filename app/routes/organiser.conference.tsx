import { useLoaderData } from '@remix-run/react'
import { ConferenceFields } from '#app/features/conference/conference-form.tsx'
import { amendConference, conferenceView, stepConference } from '#app/features/conference/contract.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { formAction, load } from '#app/kernel/remix.server.ts'
import { useLive } from '#app/live/use-live.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Page } from '#app/ui/page.tsx'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { SegmentedChoice } from '#app/ui/segmented.tsx'
import { Submit } from '#app/ui/submit.tsx'

export const handle: PageHandle = { title: ({ t }) => t('conference.settings') }

export const loader = load(({ caller }) => caller.ask(conferenceView, {}))

export const action = formAction(amendConference, stepConference)

export default function ConferenceSettings() {
  const { t } = useWords()
  const view = useLive<typeof conferenceView>('conference.view', {}, useLoaderData<typeof loader>())
  return (
    <Page
      title={t('conference.settings')}
      crumbs={[{ label: t('conference.conferences'), to: '/conferences' }, { label: t('conference.settings') }]}
      sub={<bdi dir="ltr">{view.symbolRoot}</bdi>}
    >
      <section className="sec" aria-labelledby="step">
        <h2 id="step">{t('common.status')}</h2>
        <MutationForm<typeof stepConference> intent="conference.step" className="form" said={t('common.changesSaved')}>
          <SegmentedChoice
            name="step"
            label={t('common.status')}
            defaultValue={view.step}
            choices={(['PREPARING', 'IN_SESSION', 'CLOSED'] as const).map((step) => ({
              value: step,
              label: t(`conference.step.${step}`),
            }))}
          />
          <Submit kind="outlined">{t('common.saveChanges')}</Submit>
        </MutationForm>
      </section>
      <section className="sec" aria-labelledby="details">
        <h2 id="details">{t('common.details')}</h2>
        <MutationForm<typeof amendConference>
          intent="conference.amend"
          fixed={{ attribution: view.attribution }}
          className="form"
          said={t('common.changesSaved')}
        >
          <ConferenceFields known={view} />
          <Submit>{t('common.saveChanges')}</Submit>
        </MutationForm>
      </section>
    </Page>
  )
}
