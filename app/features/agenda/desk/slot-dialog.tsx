import { useState } from 'react'
import type { DeskItem } from '#app/features/agenda/desk-model.ts'
import type { editSlot, removeSlot } from '#app/features/agenda/meeting-contract.ts'
import { numberIn } from '#app/features/agenda/numbering.ts'
import { type Following, followings } from '#app/features/agenda/programme.ts'
import type { DeskAnswer, MeetingLine, SlotLine } from '#app/features/agenda/views.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { wallText } from '#app/i18n/zone-clock.ts'
import type { Decision } from '#app/kernel/policy.ts'
import { RadioGroup } from '#app/ui/checkbox.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { useVenue } from '#app/ui/places.tsx'
import { Answer } from './answer.tsx'
import { ActButton } from './desk-told.tsx'
import { SlotPreview } from './slot-preview.tsx'
import type { SaidOfSlots } from './use-said-of-slots.tsx'

export interface SlotDialogProps extends Pick<SaidOfSlots, 'say' | 'leaves'> {
  readonly slot: SlotLine
  readonly meeting: MeetingLine
  readonly item: Pick<DeskItem, 'number'>
  readonly desk: DeskAnswer
  readonly decision: Decision
}

/** Other times for a slot: what moves with it is shown while one types, before anything is saved. */
export function SlotDialog({ slot, meeting, item, desk, decision, say, leaves }: SlotDialogProps) {
  const { t, locale } = useWords()
  const title = t('desk.slotTitle', { number: numberIn(item.number, locale) })
  return (
    <Confirm ask={t('desk.changeTimes')} title={title} decision={decision} reasonPlace="tip" size="small">
      {(close) => (
        <>
          <TimesForm slot={slot} meeting={meeting} desk={desk} close={close} say={say} />
          <hr className="thin" />
          <ActButton<typeof removeSlot>
            intent="agenda.removeSlot"
            fixed={{ slotId: slot.slotId }}
            kind="quiet"
            onClick={() => leaves(slot.slotId)}
          >
            {t('desk.removeSlot')}
          </ActButton>
        </>
      )}
    </Confirm>
  )
}

function TimesForm({
  slot,
  meeting,
  desk,
  close,
  say,
}: Pick<SlotDialogProps, 'slot' | 'meeting' | 'desk' | 'say'> & { close?: () => void }) {
  const { t } = useWords()
  const { timeZone } = useVenue()
  const [startsAt, setStartsAt] = useState(wallText(slot.startsAt, timeZone))
  const [endsAt, setEndsAt] = useState(wallText(slot.endsAt, timeZone))
  const [following, setFollowing] = useState<Following>('move')
  return (
    <MutationForm<typeof editSlot>
      intent="agenda.editSlot"
      fixed={{ slotId: slot.slotId }}
      className="form"
      onDone={() => {
        say(t('desk.timesSaved'))
        close?.()
      }}
    >
      <div className="cols2">
        <TextField
          type="datetime-local"
          name="startsAt"
          label={t('agenda.startsAt')}
          defaultValue={startsAt}
          onChange={(event) => setStartsAt(event.currentTarget.value)}
        />
        <TextField
          type="datetime-local"
          name="endsAt"
          label={t('agenda.endsAt')}
          defaultValue={endsAt}
          onChange={(event) => setEndsAt(event.currentTarget.value)}
        />
      </div>
      <fieldset
        className="bare"
        onChange={(event) => {
          const { target } = event
          const value = target instanceof HTMLInputElement ? target.value : ''
          setFollowing(followings.find((each) => each === value) ?? 'move')
        }}
      >
        <RadioGroup
          name="following"
          label={t('desk.following')}
          defaultValue="move"
          choices={[
            { value: 'move', label: t('desk.followingMove') },
            { value: 'keep', label: t('desk.followingKeep') },
          ]}
        />
      </fieldset>
      <SlotPreview slot={slot} meeting={meeting} desk={desk} times={{ startsAt, endsAt }} following={following} />
      <Answer act={t('desk.saveTimes')} close={close} />
    </MutationForm>
  )
}
