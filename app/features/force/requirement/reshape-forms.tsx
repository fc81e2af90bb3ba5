import { Link, useSearchParams } from '@remix-run/react'
import { useRef, useState } from 'react'
import type { Element, mergeElements, removeElement, splitElement } from '#app/features/force/contract.ts'
import { figureOf } from '#app/features/force/figures.ts'
import { readStrength } from '#app/features/force/strengths.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { FieldError, TextField } from '#app/ui/field.tsx'
import { fieldId, useFormState } from '#app/ui/form-state.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { FigureFields } from './figure-fields.tsx'

interface ReshapeProps {
  readonly force: ForceInSight
  readonly onDone: () => void
}
interface ShapedProps extends ReshapeProps {
  readonly element: Element
}

const offersOn = ({ offers }: ForceInSight, { elementId }: Element) =>
  offers.filter((offer) => offer.isReleased && offer.lines.some((line) => line.elementId === elementId))

/** One element becomes several: the figures are divided among them, and every offer goes to one of them. */
export function SplitForm({ force, element, onDone }: ShapedProps) {
  const { t } = useWords()
  const [search] = useSearchParams()
  const asked = Number(search.get('parts'))
  const count = Math.min(12, Math.max(2, Number.isInteger(asked) ? asked : 2))
  const parts = Array.from({ length: count }, (_, place) => place)
  const more = new URLSearchParams(search)
  more.set('parts', String(count + 1))
  const offers = offersOn(force, element)
  return (
    <MutationForm<typeof splitElement>
      intent="force.splitElement"
      fixed={{ elementId: element.elementId }}
      className="form wide"
      onDone={onDone}
    >
      <p>{t('forceDesk.splitHint')}</p>
      <Remainder force={force} element={element}>
        {parts.map((place) => (
          <fieldset className="field" key={place}>
            <legend>{t('forceDesk.part', { number: place + 1 })}</legend>
            <div className="stack-8">
              <div className="cols2">
                <TextField name={`parts.${place}.name`} label={t('forceDesk.column.name')} maxLength={200} required />
                <TextField
                  name={`parts.${place}.sector`}
                  label={t('forceDesk.column.sector')}
                  defaultValue={element.sector ?? ''}
                  maxLength={80}
                  isOptional
                />
              </div>
              <FigureFields
                legend={t('forceDesk.requiredPersons')}
                name={`parts.${place}.required`}
                phases={force.board.phases}
                figures={place === 0 ? element.required : {}}
              />
            </div>
          </fieldset>
        ))}
      </Remainder>
      {count < 12 ? (
        <p>
          <Link to={`?${more}`} preventScrollReset replace>
            {t('forceDesk.morePart')}
          </Link>
        </p>
      ) : null}
      {offers.map((offer) => (
        <Select
          key={offer.offerId}
          name={`lines.${offer.offerId}`}
          label={t('forceDesk.goesTo', { offer: `${force.delegation(offer.delegationId).code}, ${offer.title}` })}
          choices={parts.map((place) => ({
            value: String(place),
            label: t('forceDesk.part', { number: place + 1 }),
          }))}
        />
      ))}
      <div className="btns">
        <Submit>{t('forceDesk.splitNow')}</Submit>
      </div>
    </MutationForm>
  )
}

/** What is left to divide, as the figures are typed. */
function Remainder({ force, element, children }: Omit<ShapedProps, 'onDone'> & { children: React.ReactNode }) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [left, setLeft] = useState<Readonly<Record<string, number>>>({})
  const count = () => {
    const typed = [...(box.current?.querySelectorAll('input') ?? [])]
    const sumOf = (phaseId: string) =>
      typed
        .filter(({ name }) => name.endsWith(`.required.${phaseId}`))
        .reduce((sum, { value }) => {
          const read = readStrength(value)
          return read.ok ? sum + read.strength : sum
        }, 0)
    setLeft(
      Object.fromEntries(
        force.board.phases.map(({ phaseId }) => [phaseId, figureOf(element.required, phaseId) - sumOf(phaseId)]),
      ),
    )
  }
  const wrong = force.board.phases.filter(({ phaseId }) => figureOf(left, phaseId) !== 0)
  return (
    <div ref={box} className="stack-16" onInput={count}>
      {children}
      <p className="sm muted" role="status">
        {wrong.length === 0
          ? t('forceDesk.addsUp')
          : wrong
              .map(({ phaseId, name }) => {
                const rest = figureOf(left, phaseId)
                return rest > 0
                  ? t('forceDesk.leftOver', { phase: name, count: rest })
                  : t('forceDesk.tooMuch', { phase: name, count: -rest })
              })
              .join(' ')}
      </p>
    </div>
  )
}

/** Several elements become one. */
export function MergeForm({ force, onDone }: ReshapeProps) {
  const { t } = useWords()
  return (
    <MutationForm<typeof mergeElements> intent="force.mergeElements" className="form wide" onDone={onDone}>
      <p>{t('forceDesk.mergeHint')}</p>
      <ElementChoice elements={force.board.elements} />
      <TextField name="name" label={t('forceDesk.mergedName')} maxLength={200} required />
      <div className="btns">
        <Submit>{t('forceDesk.mergeNow')}</Submit>
      </div>
    </MutationForm>
  )
}

function ElementChoice({ elements }: { elements: readonly Element[] }) {
  const { t } = useWords()
  const { formId, errorOf } = useFormState()
  const error = errorOf('elementIds')
  const first = fieldId(formId, 'elementIds')
  return (
    <fieldset className={error ? 'field bad' : 'field'} aria-describedby={error ? `${first}-error` : undefined}>
      <legend>{t('forceDesk.elements')}</legend>
      <FieldError id={`${first}-error`} sentence={error && t('forceDesk.mergeNeedsTwo')} />
      {elements.map(({ elementId, serial, name }, place) => {
        const id = place === 0 ? first : `${first}-${elementId}`
        return (
          <div key={elementId} className="ck">
            <input type="checkbox" id={id} name="elementIds" value={elementId} />
            <label htmlFor={id}>
              <bdi>{`${serial}  ${name}`}</bdi>
            </label>
          </div>
        )
      })}
    </fieldset>
  )
}

/** An element goes; its offers go on to another one. */
export function RemoveForm({ force, element, onDone }: ShapedProps) {
  const { t } = useWords()
  const count = offersOn(force, element).length
  return (
    <MutationForm<typeof removeElement>
      intent="force.removeElement"
      fixed={{ elementId: element.elementId }}
      className="form"
      onDone={onDone}
    >
      <p>{t('forceDesk.removeHint', { count })}</p>
      <Select
        name="toElementId"
        label={t('forceDesk.offersGoTo')}
        empty={t('forceDesk.nowhere')}
        choices={force.board.elements
          .filter(({ elementId }) => elementId !== element.elementId)
          .map(({ elementId, serial, name }) => ({ value: elementId, label: `${serial}  ${name}` }))}
      />
      <Submit kind="danger">{t('forceDesk.removeNow')}</Submit>
    </MutationForm>
  )
}
