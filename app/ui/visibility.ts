import type { PlainKey } from '#app/i18n/message-types.ts'

/** Who can see something. `conference`: from the secretariat to all delegations; `present`: to those that were there. */
export type Visibility =
  | 'delegation'
  | 'tabled'
  | 'published'
  | 'drafting-group'
  | 'secretariat'
  | 'conference'
  | 'present'
  | 'personal'
  | 'released'

export interface VisibilityLook {
  readonly className: 'prv' | 'tab' | 'pub' | 'sct'
  readonly icon: 'lock' | 'dot' | 'ring'
  /** In lists. */
  readonly short: PlainKey
  /** On bands, when no name is given. */
  readonly long: PlainKey
  /** In words on each printed page, for what is not for everybody in the room. */
  readonly printed?: PlainKey
}

export const visibilityLooks: Readonly<Record<Visibility, VisibilityLook>> = {
  delegation: {
    className: 'prv',
    icon: 'lock',
    short: 'visibility.delegation',
    long: 'visibility.delegation',
    printed: 'visibility.printDelegation',
  },
  tabled: { className: 'tab', icon: 'dot', short: 'visibility.tabled', long: 'visibility.tabledAll' },
  published: { className: 'pub', icon: 'ring', short: 'visibility.published', long: 'visibility.publishedAll' },
  'drafting-group': {
    className: 'prv',
    icon: 'lock',
    short: 'visibility.draftingGroup',
    long: 'visibility.draftingGroup',
    printed: 'visibility.printDraftingGroup',
  },
  secretariat: {
    className: 'sct',
    icon: 'lock',
    short: 'visibility.secretariat',
    long: 'visibility.secretariatAll',
    printed: 'visibility.printSecretariat',
  },
  conference: { className: 'tab', icon: 'dot', short: 'visibility.conference', long: 'visibility.conferenceAll' },
  present: { className: 'tab', icon: 'dot', short: 'visibility.present', long: 'visibility.presentAll' },
  /** Offers, each shown to whom its delegation chose. */
  released: {
    className: 'tab',
    icon: 'dot',
    short: 'visibility.released',
    long: 'visibility.releasedAll',
    printed: 'visibility.printReleased',
  },
  personal: {
    className: 'prv',
    icon: 'lock',
    short: 'visibility.personal',
    long: 'visibility.personalAll',
    printed: 'visibility.printPersonal',
  },
}
