import type { PlainKey } from '#app/i18n/message-types.ts'
import type { Side } from '#app/kernel/actor.ts'

export type PageId =
  | 'today'
  | 'desk'
  | 'agenda'
  | 'people'
  | 'positions'
  | 'tabled'
  | 'forces'
  | 'minutes'
  | 'delegation'
  | 'conferences'
  | 'settings'

export interface RailPage {
  readonly id: PageId
  readonly to: string
  readonly label: PlainKey
}

const page = (id: PageId, to: string): RailPage => ({ id, to, label: `shell.${id}` })

const today = page('today', '/')
const agenda = page('agenda', '/agenda')
const tabled = page('tabled', '/tabled')
const forces = page('forces', '/forces')
const minutes = page('minutes', '/minutes')
const settings = page('settings', '/settings')
const conferences = page('conferences', '/conferences')

/** The pages of the conference above the line, one's own below it. */
export interface RailGroups {
  readonly main: readonly RailPage[]
  readonly own: readonly RailPage[]
}

/** By the side of the table one sits on; nothing here counts or hints at what one may not see (SEC-012). */
const bySide: Readonly<Record<Side, RailGroups>> = {
  state: {
    main: [today, agenda, page('positions', '/positions'), tabled, forces, minutes],
    own: [page('delegation', '/delegation'), settings],
  },
  secretariat: {
    main: [page('desk', '/organiser/desk'), agenda, page('people', '/organiser/people'), tabled, forces, minutes],
    own: [conferences, settings],
  },
  observer: { main: [today, agenda, tabled, forces, minutes], own: [page('delegation', '/delegation'), settings] },
}

/** `hidden`: pages this capacity never has, by the features' own policies. */
export function railGroups(side: Side | undefined, hidden: readonly PageId[] = []): RailGroups {
  const { main, own } = side ? bySide[side] : { main: [conferences], own: [settings] }
  const isShown = ({ id }: RailPage) => !hidden.includes(id)
  return { main: main.filter(isShown), own: own.filter(isShown) }
}

export const allPages = ({ main, own }: RailGroups): readonly RailPage[] => [...main, ...own]

/** Five places on a phone: four pages and, in the fifth, all the others. */
export function barPages(groups: RailGroups): { shown: readonly RailPage[]; more: readonly RailPage[] } {
  const pages = allPages(groups)
  return { shown: pages.slice(0, 4), more: pages.slice(4) }
}
