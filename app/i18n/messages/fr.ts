import type { Catalogue } from '../message-types.ts'
import { agenda } from './fr/agenda.ts'
import { common } from './fr/common.ts'
import { conference } from './fr/conference.ts'
import { delegation } from './fr/delegation.ts'
import { desk } from './fr/desk.ts'
import { drafts } from './fr/drafts.ts'
import { editor } from './fr/editor.ts'
import { errors } from './fr/errors.ts'
import { forceDesk } from './fr/force-desk.ts'
import { forceOffers } from './fr/force-offers.ts'
import { forcePictures } from './fr/force-pictures.ts'
import { forceRefusals } from './fr/force-refusals.ts'
import { forces } from './fr/forces.ts'
import { identity } from './fr/identity.ts'
import { imports } from './fr/imports.ts'
import { live } from './fr/live.ts'
import { minutes } from './fr/minutes.ts'
import { notes } from './fr/notes.ts'
import { people } from './fr/people.ts'
import { positions } from './fr/positions.ts'
import { print } from './fr/print.ts'
import { quotes } from './fr/quotes.ts'
import { refusals } from './fr/refusals.ts'
import { roles } from './fr/roles.ts'
import { settings } from './fr/settings.ts'
import { shell } from './fr/shell.ts'
import { tabled } from './fr/tabled.ts'
import { today } from './fr/today.ts'
import { visibility } from './fr/visibility.ts'

export const fr: Catalogue = {
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
