import { itemKinds, outcomes } from '#app/features/agenda/item-kinds.ts'
import { credentialsSteps, delegationKinds } from '#app/features/conference/delegation.ts'
import type { Words } from '#app/i18n/words.ts'
import { locales, observerRoles, type Role, roles, secretariatRoles, stateRoles } from '#app/kernel/actor.ts'

interface Choice {
  readonly values: readonly string[]
  /** The values as their reader would write them in a cell. */
  said(words: Words): readonly string[]
}

const languages = ['en', 'fr', 'ar', 'es', 'ru', 'zh'] as const
const choice = <T extends string>(values: readonly T[], word: (words: Words, value: T) => string): Choice => ({
  values,
  said: (words) => values.map((value) => word(words, value)),
})
const role = ({ t }: Words, value: Role) => t(`roles.${value}`)

/** What a cell of a table may be one of. */
const choices = {
  kind: choice(delegationKinds, ({ t }, value) =>
    t(value === 'STATE' ? 'conference.stateDelegation' : 'conference.observerDelegation'),
  ),
  credentials: choice(credentialsSteps, ({ t }, value) => t(`conference.credentialsState.${value}`)),
  language: choice(languages, ({ t }, value) => t(`common.languages.${value}`)),
  pageLanguage: choice(locales, ({ t }, value) => t(`common.languages.${value}`)),
  itemKind: choice(itemKinds, ({ t }, value) => t(`agenda.kinds.${value}`)),
  outcome: choice(outcomes, ({ t }, value) => t(`agenda.outcomes.${value}`)),
  role: choice(roles, role),
  stateRole: choice(stateRoles, role),
  observerRole: choice(observerRoles, role),
  secretariatRole: choice(secretariatRoles, role),
} satisfies Readonly<Record<string, Choice>>

export type ChoiceName = keyof typeof choices
const isName = (name: unknown): name is ChoiceName => typeof name === 'string' && Object.hasOwn(choices, name)
export const choiceNames = Object.keys(choices).filter(isName)

/** The name of the choice that has just these values. */
export const choiceOf = (values: readonly unknown[]): ChoiceName | undefined =>
  choiceNames.find((name) => JSON.stringify(choices[name].values) === JSON.stringify(values))

/** The words of a choice in the reader's language; null for what is no name of one. */
export const choiceWords = (words: Words, name: unknown): readonly string[] | null =>
  isName(name) ? choices[name].said(words) : null
