import { useSearchParams } from '@remix-run/react'
import { useState } from 'react'
import type { Element, Phase, setElement } from '#app/features/force/contract.ts'
import { capabilities, priorities } from '#app/features/force/terms.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useFormState } from '#app/ui/form-state.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { fieldsWords } from './field-words.ts'
import { FigureFields } from './figure-fields.tsx'

interface ElementFormProps {
  readonly element?: Element
  readonly phases: readonly Phase[]
  readonly sectors: readonly string[]
  readonly nextSerial: number
  readonly onDone: (overwritten: readonly string[]) => void
}

/** A new element, or one with what its editor saw when it was opened: a colleague may write at the same time (O17). */
export function ElementForm({ element, phases, sectors, nextSerial, onDone }: ElementFormProps) {
  const words = useWords()
  const { t } = words
  const [seen] = useState(element)
  const [search] = useSearchParams()
  const overwritten = search.get('overwritten')?.split(',') ?? []
  const isChangedMeanwhile = seen !== undefined && beforeOf(seen) !== (element ? beforeOf(element) : '')
  return (
    <div className="stack-16">
      {overwritten.length > 0 ? (
        <Notice kind="warn" role="status" title={t('forceDesk.savedOver')}>
          {t('forceDesk.overwritten', { fields: fieldsWords(words, overwritten) })}
        </Notice>
      ) : null}
      {isChangedMeanwhile ? (
        <Notice kind="info" role="status">
          {element ? t('forceDesk.changedMeanwhile') : t('forceDesk.goneMeanwhile')}
        </Notice>
      ) : null}
      <MutationForm<typeof setElement>
        intent="force.setElement"
        fixed={{ elementId: seen?.elementId }}
        className="form wide"
        onDone={(done) => onDone(done.overwritten)}
      >
        {seen ? <Before text={beforeOf(seen)} /> : null}
        <div className="cols2">
          <TextField
            name="serial"
            label={t('forceDesk.column.serial')}
            defaultValue={String(seen?.serial ?? nextSerial)}
            inputMode="numeric"
            required
          />
          <TextField
            name="name"
            label={t('forceDesk.column.name')}
            defaultValue={seen?.name}
            required
            maxLength={200}
          />
          <Select
            name="capability"
            label={t('forceDesk.column.capability')}
            defaultValue={seen?.capability ?? 'MANOEUVRE'}
            choices={capabilities.map((value) => ({ value, label: t(`forces.capability.${value}`) }))}
          />
          <TextField
            name="sector"
            label={t('forceDesk.column.sector')}
            defaultValue={seen?.sector ?? ''}
            list="sectors"
            maxLength={80}
            isOptional
          />
          <Select
            name="priority"
            label={t('forceDesk.column.priority')}
            defaultValue={seen?.priority ?? 'ESSENTIAL'}
            choices={priorities.map((value) => ({ value, label: t(`forces.priority.${value}`) }))}
          />
          <TextField
            name="maxContributors"
            label={t('forceDesk.column.maxContributors')}
            defaultValue={String(seen?.maxContributors ?? 1)}
            inputMode="numeric"
          />
        </div>
        <datalist id="sectors">
          {sectors.map((sector) => (
            <option key={sector} value={sector} />
          ))}
        </datalist>
        <div className="row wrap">
          <Checkbox name="isCritical" label={t('forceDesk.critical')} defaultChecked={seen?.isCritical} />
          <Checkbox name="isIndivisible" label={t('forceDesk.indivisible')} defaultChecked={seen?.isIndivisible} />
        </div>
        <FigureFields
          legend={t('forceDesk.requiredPersons')}
          name="required"
          phases={phases}
          figures={seen?.required ?? {}}
        />
        <TextField
          name="note"
          label={t('forceDesk.column.note')}
          hint={t('forceDesk.noteHint')}
          defaultValue={seen?.note ?? ''}
          maxLength={300}
          isOptional
        />
        <TextArea
          name="specification"
          label={t('forceDesk.column.specification')}
          defaultValue={seen?.specification ?? ''}
          maxLength={2_000}
          isOptional
        />
        <div className="btns">
          <Submit>{seen ? t('forceDesk.save') : t('forceDesk.addElement')}</Submit>
          {element ? (
            <>
              <LinkButton to={`?do=split&id=${element.elementId}`} preventScrollReset>
                {t('forceDesk.split')}
              </LinkButton>
              <LinkButton to={`?do=remove&id=${element.elementId}`} kind="danger" preventScrollReset>
                {t('forceDesk.remove')}
              </LinkButton>
            </>
          ) : null}
        </div>
      </MutationForm>
    </div>
  )
}

function beforeOf({ elementId: _, ...fields }: Element): string {
  return JSON.stringify(fields)
}

/** Without JavaScript the page is made anew: what was seen is what was seen first. */
function Before({ text }: { text: string }) {
  const { typed } = useFormState()
  return <input type="hidden" name="before" value={typed.before ?? text} />
}
