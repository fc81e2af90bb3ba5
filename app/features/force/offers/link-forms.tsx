import { Form, useLocation } from '@remix-run/react'
import type { OfferView, setCondition } from '#app/features/force/contract.ts'
import { isOver } from '#app/features/force/pipeline.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/checkbox.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'
import type { OfferHere } from './here.tsx'
import { useOfferChoices } from './offer-words.tsx'
import type { Paragraph } from './text-paragraphs.ts'

/** The texts on which a condition may hang, and the one that was chosen with its paragraphs. */
export interface LinkTo {
  readonly texts: readonly { readonly symbol: string; readonly title: string }[]
  readonly conditionId: string | null
  readonly symbol: string | null
  readonly paragraphs: readonly Paragraph[]
}

interface LinkFormsProps {
  readonly here: OfferHere
  readonly condition: OfferView['conditions'][number]
  readonly linkTo: LinkTo
  readonly onDone: () => void
}

/** On what a condition hangs: a paragraph (first its text is chosen), another offer in sight, or nothing any more. */
export function LinkForms(props: LinkFormsProps) {
  const { condition, linkTo } = props
  return (
    <div className="stack-16">
      <ChooseText {...props} />
      {linkTo.conditionId === condition.conditionId && linkTo.symbol ? <ChooseParagraph {...props} /> : null}
      <ChooseOffer {...props} />
      {condition.link ? <HangOnNothing {...props} /> : null}
    </div>
  )
}

/** What the act needs and nobody types: the condition as it is. */
const fixedOf = ({ here, condition: { conditionId, text, due } }: LinkFormsProps) => ({
  offerId: here.offer.offerId,
  conditionId,
  text,
  due,
})

function ChooseText({ condition, linkTo }: LinkFormsProps) {
  const { t } = useWords()
  const { pathname } = useLocation()
  if (linkTo.texts.length === 0) return null
  return (
    <Form method="get" action={pathname} className="form" preventScrollReset>
      <input type="hidden" name="condition" value={condition.conditionId} />
      <Select
        name="link"
        label={t('forceOffers.inText')}
        defaultValue={linkTo.symbol ?? undefined}
        choices={linkTo.texts.map(({ symbol, title }) => ({ value: symbol, label: `${symbol}  ${title}` }))}
      />
      <Button type="submit">{t('forceOffers.showParagraphs')}</Button>
    </Form>
  )
}

function ChooseParagraph(props: LinkFormsProps) {
  const { t } = useWords()
  const { symbol, paragraphs } = props.linkTo
  return (
    <MutationForm<typeof setCondition>
      intent="force.setCondition"
      fixed={{ ...fixedOf(props), linkSymbol: symbol }}
      className="form"
      onDone={props.onDone}
    >
      <RadioGroup
        name="linkBlockId"
        label={t('forceOffers.paragraph')}
        defaultValue={paragraphs[0]?.blockId}
        choices={paragraphs.map(({ blockId, text }) => ({ value: blockId, label: <bdi>{text}</bdi> }))}
      />
      <Submit size="normal">{t('forceOffers.hangOnParagraph')}</Submit>
    </MutationForm>
  )
}

function ChooseOffer(props: LinkFormsProps) {
  const { t } = useWords()
  const { offer, force } = props.here
  const choicesOf = useOfferChoices(force)
  const others = force.offers.filter(({ offerId, status }) => offerId !== offer.offerId && !isOver(status))
  if (others.length === 0) return null
  return (
    <MutationForm<typeof setCondition>
      intent="force.setCondition"
      fixed={fixedOf(props)}
      className="form"
      onDone={props.onDone}
    >
      <Select name="linkOfferId" label={t('forceOffers.onOffer')} choices={choicesOf(others)} />
      <Submit size="normal" kind="outlined">
        {t('forceOffers.hangOnOffer')}
      </Submit>
    </MutationForm>
  )
}

function HangOnNothing(props: LinkFormsProps) {
  const { t } = useWords()
  return (
    <MutationForm<typeof setCondition> intent="force.setCondition" fixed={fixedOf(props)} onDone={props.onDone}>
      <Submit size="normal" kind="outlined">
        {t('forceOffers.hangOnNothing')}
      </Submit>
    </MutationForm>
  )
}
