import type { addContacts, OutreachBook, recordContact } from '#app/features/force/contract.ts'
import { basisKinds, type OfferStatus, statuses } from '#app/features/force/pipeline.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Decision } from '#app/kernel/policy.ts'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { AtField } from './at-field.tsx'
import { History } from './contact-history.tsx'

type Contact = OutreachBook['contacts'][number]

function BasisFields({ usual }: { usual: (typeof basisKinds)[number] }) {
  const { t } = useWords()
  return (
    <div className="cols2">
      <Select
        name="basisKind"
        label={t('forceDesk.basis')}
        defaultValue={usual}
        choices={basisKinds.map((value) => ({ value, label: t(`forces.basis.${value}`) }))}
      />
      <TextField name="basisReference" label={t('forceDesk.reference')} maxLength={200} isOptional />
    </div>
  )
}

/** States that were approached at one time and in one way, a name a line. */
export function AddContacts({ decision, onDone }: { decision: Decision | undefined; onDone: (said: string) => void }) {
  const { t } = useWords()
  return (
    <MutationForm<typeof addContacts>
      intent="force.addContacts"
      className="form"
      onDone={({ added, known }) => onDone(t('forceDesk.contactsAdded', { added, known }))}
    >
      <TextArea name="names" label={t('forceDesk.names')} hint={t('forceDesk.namesHint')} rows={8} required />
      <AtField />
      <BasisFields usual="DEMARCHE" />
      <Submit decision={decision}>{t('forceDesk.addContacts')}</Submit>
    </MutationForm>
  )
}

interface RecordProps {
  readonly contact: Contact
  readonly standing: OfferStatus | undefined
  readonly decision: Decision | undefined
}

/** What a state said or did, on top of what was written down before. */
export function RecordContact({ contact, standing, decision }: RecordProps) {
  const { t } = useWords()
  return (
    <div className="stack-24">
      <History contact={contact} decision={decision} />
      <MutationForm<typeof recordContact>
        intent="force.recordContact"
        fixed={{ contactId: contact.contactId }}
        className="form"
        isReset
        said={t('forceDesk.saved')}
      >
        <Select
          name="status"
          label={t('forceDesk.standsAt')}
          defaultValue={standing ?? 'APPROACHED'}
          choices={statuses.map((value) => ({ value, label: t(`forces.status.${value}`) }))}
        />
        <AtField />
        <BasisFields usual="ORAL_STATEMENT" />
        <TextField name="note" label={t('forceDesk.column.note')} maxLength={300} isOptional />
        <Submit decision={decision}>{t('forceDesk.record')}</Submit>
      </MutationForm>
    </div>
  )
}
