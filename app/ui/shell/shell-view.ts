import type { RegisteredNames } from '#app/i18n/names.ts'
import type { Right, Role, Side } from '#app/kernel/actor.ts'

/** What the frame of every page shows. The conference feature's `shellView` query answers it. */
export interface ShellView {
  readonly person: { readonly name: string; readonly isOrganiser: boolean }
  readonly conference: {
    readonly conferenceId: string
    readonly names: RegisteredNames
    readonly symbolRoot: string
    readonly city: string | null
    readonly venueName: string | null
    readonly timeZone: string
    readonly language: string
    readonly isDemo: boolean
  } | null
  /** Null for a person who holds no capacity, or has not chosen one. */
  readonly acting: {
    readonly accreditationId: string
    readonly side: Side
    readonly role: Role
    readonly rights: readonly Right[]
    readonly bodyIds: readonly string[]
    readonly delegation: {
      readonly delegationId: string
      readonly code: string
      readonly names: RegisteredNames
      readonly article: string | null
      readonly timeZone: string
    } | null
  } | null
  /** How many capacities the person may choose from. */
  readonly capacities: number
}
