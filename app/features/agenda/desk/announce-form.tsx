import { useState } from 'react'
import { AnnouncementText } from '#app/features/agenda/announcement-list.tsx'
import { audiences } from '#app/features/agenda/announcements.ts'
import type { announce } from '#app/features/agenda/meeting-contract.ts'
import { NamesFields } from '#app/features/agenda/names-fields.tsx'
import { mayAnnounce } from '#app/features/agenda/policy.ts'
import { useActing } from '#app/features/agenda/use-acting.tsx'
import type { AnnouncementLine } from '#app/features/agenda/views.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { type SaidHere, useSaid } from '#app/ui/said.tsx'
import { Select } from '#app/ui/select.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { Answer } from './answer.tsx'

/** An announcement goes out at once and is not taken back: written, looked over with its audience, then sent. */
export function AnnounceForm({ last }: { last: AnnouncementLine | undefined }) {
  const { t } = useWords()
  const acting = useActing()
  const { saidNow, say } = useSaid()
  return (
    <div>
      <h2 className="h3">{t('desk.announceTitle')}</h2>
      <Confirm
        ask={`${t('desk.announceNow')}…`}
        title={t('desk.announceTitle')}
        decision={acting ? mayAnnounce(acting) : undefined}
      >
        {(close) => <Words close={close} say={say} />}
      </Confirm>
      {saidNow}
      {last ? (
        <p className="muted sm">
          <Timestamp at={last.at} /> <AnnouncementText announcement={last} />
        </p>
      ) : null}
    </div>
  )
}

function Words({ close, say }: Pick<SaidHere, 'say'> & { close: (() => void) | undefined }) {
  const { t } = useWords()
  const [audience, setAudience] = useState<(typeof audiences)[number]>('STATES')
  return (
    <MutationForm<typeof announce>
      intent="agenda.announce"
      className="form"
      onDone={() => {
        say(t('desk.announced', { audience: t(`desk.audience.${audience}`) }))
        close?.()
      }}
      isReset
    >
      <Select
        name="audience"
        label={t('desk.announceTo')}
        defaultValue="STATES"
        onChange={(event) => setAudience(audiences.find((each) => each === event.currentTarget.value) ?? 'STATES')}
        choices={audiences.map((each) => ({ value: each, label: t(`desk.audience.${each}`) }))}
      />
      <NamesFields name="texts" label={t('desk.announceText')} maxLength={500} />
      <p>{t('desk.announceEffect', { audience: t(`desk.audience.${audience}`) })}</p>
      <Answer act={t('desk.announceNow')} close={close} />
    </MutationForm>
  )
}
