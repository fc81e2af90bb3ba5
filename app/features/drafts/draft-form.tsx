import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Names } from '#app/kernel/text.ts'
import { RadioGroup } from '#app/ui/checkbox.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Select } from '#app/ui/select.tsx'
import { draftSubjects } from './drafting.ts'
import { languageKeys, subjectKeys } from './words-of.ts'

export interface ItemChoice {
  readonly itemId: string
  readonly number: string
  readonly names: Names
}

interface DraftFieldsProps {
  readonly items: readonly ItemChoice[]
  readonly itemId: string | null
  readonly isShared?: boolean
}

/** Title, subject, item and language: what a draft needs before its first word. */
export function DraftFields({ items, itemId, isShared }: DraftFieldsProps) {
  const { t, locale } = useWords()
  return (
    <>
      <TextField
        name="title"
        label={t('drafts.draftTitle')}
        hint={t(isShared ? 'drafts.sharedTitleHint' : 'drafts.draftTitleHint')}
        maxLength={200}
        required
      />
      <RadioGroup
        name="subject"
        label={t('drafts.kind')}
        defaultValue="ITEM"
        choices={draftSubjects.map((subject) => ({ value: subject, label: t(subjectKeys[subject]) }))}
      />
      <Select
        name="itemId"
        label={t('drafts.onItem')}
        defaultValue={itemId ?? undefined}
        empty={t('drafts.chooseItem')}
        choices={items.map((item) => ({ value: item.itemId, label: `${item.number}  ${nameIn(item.names, locale)}` }))}
      />
      <Select
        name="language"
        label={t('drafts.language')}
        defaultValue={locale}
        choices={Object.entries(languageKeys).map(([value, key]) => ({ value, label: t(key) }))}
      />
    </>
  )
}
