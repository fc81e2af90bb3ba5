import type { Catalogue } from '../message-types.ts'
import { agenda } from './ar/agenda.ts'
import { common } from './ar/common.ts'
import { conference } from './ar/conference.ts'
import { delegation } from './ar/delegation.ts'
import { desk } from './ar/desk.ts'
import { drafts } from './ar/drafts.ts'
import { editor } from './ar/editor.ts'
import { errors } from './ar/errors.ts'
import { forceDesk } from './ar/force-desk.ts'
import { forceOffers } from './ar/force-offers.ts'
import { forcePictures } from './ar/force-pictures.ts'
import { forceRefusals } from './ar/force-refusals.ts'
import { forces } from './ar/forces.ts'
import { identity } from './ar/identity.ts'
import { imports } from './ar/imports.ts'
import { live } from './ar/live.ts'
import { minutes } from './ar/minutes.ts'
import { notes } from './ar/notes.ts'
import { people } from './ar/people.ts'
import { positions } from './ar/positions.ts'
import { print } from './ar/print.ts'
import { quotes } from './ar/quotes.ts'
import { refusals } from './ar/refusals.ts'
import { roles } from './ar/roles.ts'
import { settings } from './ar/settings.ts'
import { shell } from './ar/shell.ts'
import { tabled } from './ar/tabled.ts'
import { today } from './ar/today.ts'
import { visibility } from './ar/visibility.ts'

export const ar: Catalogue = {
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
}
