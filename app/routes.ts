import { index, layout, type RouteConfig, route } from '@remix-run/route-config'

/** Without the frame: before sign-in, and what is no page. */
const outside = [
  route('words/:file', 'routes/words.$file.ts'),
  route('language', 'routes/language.ts'),
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-out', 'routes/sign-out.ts'),
  route('invitation', 'routes/invitation.tsx'),
  route('invitation/:token', 'routes/invitation.$token.ts'),
  route('capacity', 'routes/capacity.tsx'),
  route('login-clock', 'routes/login-clock.ts'),
  route('organiser/import/conference-file', 'routes/organiser.import.file.ts'),
  route('organiser/import/links', 'routes/organiser.import.links.ts'),
  route('organiser/import/template/:part', 'routes/organiser.import.template.ts'),
  route('organiser/import/:uploadId/problems', 'routes/organiser.import.problems.ts'),
]

/** A delegation's own draft and a shared one are the same pages at two addresses. */
const draft = (path: string, id: string) => [
  route(`${path}/:draftId`, 'routes/draft.tsx', { id }),
  route(`${path}/:draftId/compare`, 'routes/draft.compare.tsx', { id: `${id}-compare` }),
  route(`${path}/:draftId/review`, 'routes/draft.review.tsx', { id: `${id}-review` }),
  route(`${path}/:draftId/revisions/:number`, 'routes/draft.revision.tsx', { id: `${id}-revision` }),
]

/** Inside the frame, in the order of the rail. The frame guards nothing: every route asks for itself. */
const inside = [
  index('routes/today.tsx'),
  route('agenda', 'routes/agenda.tsx'),
  route('agenda/programme', 'routes/agenda.programme.tsx'),
  route('agenda/:itemId', 'routes/agenda.item.tsx'),
  route('organiser/desk', 'routes/organiser.desk.tsx'),
  route('organiser/agenda', 'routes/organiser.agenda.tsx'),
  route('organiser/agenda/meetings', 'routes/organiser.agenda.meetings.tsx'),
  route('organiser/agenda/bodies', 'routes/organiser.agenda.bodies.tsx'),
  route('positions', 'routes/positions.tsx'),
  route('positions/new', 'routes/positions.new.tsx'),
  ...draft('positions', 'position'),
  route('shared', 'routes/shared.tsx'),
  route('shared/new', 'routes/shared.new.tsx'),
  ...draft('shared', 'shared-draft'),
  route('tabled', 'routes/tabled.tsx'),
  route('tabled/*', 'routes/tabled.$.tsx'),
  route('forces', 'routes/forces.tsx'),
  route('forces/support', 'routes/forces.support.tsx'),
  route('forces/limits', 'routes/forces.limits.tsx'),
  route('forces/pictures', 'routes/forces.pictures.tsx'),
  route('forces/offers', 'routes/forces.offers.tsx'),
  route('forces/offers/new', 'routes/forces.offers.new.tsx'),
  route('forces/offers/:offerId', 'routes/forces.offer.tsx'),
  route('forces/offers/:offerId/release', 'routes/forces.offer.release.tsx'),
  route('minutes', 'routes/minutes.tsx'),
  route('minutes/:minutesId', 'routes/minutes.record.tsx'),
  route('minutes/:minutesId/publish', 'routes/minutes.publish.tsx'),
  route('settings', 'routes/settings.tsx'),
  route('reauthenticate', 'routes/reauthenticate.tsx'),
  route('delegation', 'routes/delegation.tsx'),
  route('conferences', 'routes/conferences.tsx'),
  route('conferences/new', 'routes/conferences.new.tsx'),
  route('organiser/conference', 'routes/organiser.conference.tsx'),
  route('organiser/import', 'routes/organiser.import.tsx'),
  route('organiser/import/access', 'routes/organiser.import.access.tsx'),
  route('organiser/import/:uploadId', 'routes/organiser.import.preview.tsx'),
  route('organiser/people', 'routes/organiser.people.tsx'),
  route('organiser/delegations', 'routes/organiser.delegations.tsx'),
  route('organiser/delegations/new', 'routes/organiser.delegations.new.tsx'),
  route('organiser/delegations/:delegationId', 'routes/organiser.delegation.tsx'),
  route('*', 'routes/$.tsx'),
]

export default [...outside, layout('routes/_app.tsx', inside)] satisfies RouteConfig
