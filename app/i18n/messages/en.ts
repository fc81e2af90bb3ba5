import { agenda } from './en/agenda.ts'
import { common } from './en/common.ts'
import { conference } from './en/conference.ts'
import { delegation } from './en/delegation.ts'
import { desk } from './en/desk.ts'
import { drafts } from './en/drafts.ts'
import { editor } from './en/editor.ts'
import { errors } from './en/errors.ts'
import { forceDesk } from './en/force-desk.ts'
import { forceOffers } from './en/force-offers.ts'
import { forcePictures } from './en/force-pictures.ts'
import { forceRefusals } from './en/force-refusals.ts'
import { forces } from './en/forces.ts'
import { identity } from './en/identity.ts'
import { imports } from './en/imports.ts'
import { live } from './en/live.ts'
import { minutes } from './en/minutes.ts'
import { notes } from './en/notes.ts'
import { people } from './en/people.ts'
import { positions } from './en/positions.ts'
import { print } from './en/print.ts'
import { quotes } from './en/quotes.ts'
import { refusals } from './en/refusals.ts'
import { roles } from './en/roles.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { tabled } from './en/tabled.ts'
import { today } from './en/today.ts'
import { visibility } from './en/visibility.ts'

/** The catalogue every other language is typed by. One section per file; a feature adds its words to its own. */
export const en = {
  agenda,
  common,
  conference,
  delegation,
  desk,
  drafts,
  editor,
  errors,
  forceDesk,
  forceOffers,
  forcePictures,
  forceRefusals,
  forces,
  identity,
  imports,
  live,
  minutes,
  notes,
  people,
  positions,
  print,
  quotes,
  refusals,
  roles,
  settings,
  shell,
  tabled,
  today,
  visibility,
} as const
