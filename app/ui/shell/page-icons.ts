import {
  agenda,
  conferences,
  desk,
  forces,
  minutes,
  people,
  person,
  positions,
  settings,
  tabled,
  today,
} from '../icons.ts'
import type { PageId } from './rail-pages.ts'

export const pageIcons: Readonly<Record<PageId, string>> = {
  today,
  desk,
  agenda,
  people: person,
  positions,
  tabled,
  forces,
  minutes,
  delegation: people,
  conferences,
  settings,
}
