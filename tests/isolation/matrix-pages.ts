import { type May, yes } from './expectation.ts'
import { forcePages } from './matrix-pages-force.ts'
import { type PageMay, type PageRow, page } from './page-row.ts'
import type { Stage } from './stage.ts'

const delegates: May = { A: yes, B: yes, C: yes, secretariat: yes }
const conference: May = { ...delegates, observer: yes }
const everyConference: PageMay = { ...conference, elsewhere: yes }
const everybody: PageMay = { ...everyConference, idle: yes }
const organisersElsewhere = 'elsewhere organiser,elsewhere secretary'
const secretariats: PageMay = { secretariat: yes, [organisersElsewhere]: yes }
const managers = 'organiser,secretary,protocol'
const managing: PageMay = { [managers]: yes, secretariat: 'no', [organisersElsewhere]: yes }
const drafters = 'organiser,secretary,documents,rapporteur,chair,legal'
const leads = (path: string): PageMay => ({
  stranger: `to ${path}`,
  idle: `to ${path}`,
  A: `to ${path}`,
  B: `to ${path}`,
  C: `to ${path}`,
  observer: `to ${path}`,
  secretariat: `to ${path}`,
  elsewhere: `to ${path}`,
})

/** The four pages of a draft, at either address. */
const draftPages = (
  base: string,
  id: string,
  pick: (stage: Stage) => Stage['drafts']['position'],
  may: PageMay,
  about: string,
) => {
  const at = (stage: Stage) => `/${base}/${pick(stage).draftId}`
  return [
    page(id, at, may, about),
    page(`${id}-compare`, (stage) => `${at(stage)}/compare?from=1&to=0`, may, about),
    page(`${id}-revision`, (stage) => `${at(stage)}/revisions/1`, may, about),
  ]
}
const reviewOf = (base: string, pick: (stage: Stage) => Stage['drafts']['position']) => (stage: Stage) =>
  `/${base}/${pick(stage).draftId}/review?revision=${pick(stage).revisionId}`
const importing: PageMay = { idle: 'missing', 'organiser,secretary': yes, [organisersElsewhere]: yes }
const upload: PageRow['path'] = ({ people }) => `/organiser/import/${people.uploadId}`
const sharedAB: PageMay = { A: yes, B: yes, secretariat: yes }

/** Every page and every address that is no page. */
export const pages: readonly PageRow[] = [
  { ...page('root', '/settings', everybody, 'the document'), alone: { stranger: yes } },
  page('routes/_app', '/settings', everybody, 'the frame'),
  page('routes/words.$file', '/words/nothing.json', { stranger: 'missing', idle: 'missing' }),
  page('routes/language', '/language', leads('/')),
  page('routes/sign-out', '/sign-out', leads('/')),
  page('routes/sign-in', '/sign-in', { ...leads('/'), stranger: yes }),
  page('routes/invitation', '/invitation', { ...everybody, stranger: yes }),
  page('routes/invitation.$token', ({ people }) => people.invitations.ofA.path, leads('/invitation'), 'a link of A'),
  page('routes/capacity', '/capacity', everybody),
  page('routes/login-clock', '/login-clock', { ...everybody, stranger: yes }),
  page('routes/settings', '/settings', everybody),
  page('routes/reauthenticate', '/reauthenticate', everybody),
  page('routes/conferences', '/conferences', everybody),
  page('routes/conferences.new', '/conferences/new', {
    ...Object.fromEntries(Object.keys(everybody).map((group) => [group, 'no' as const])),
    'organiser,elsewhere organiser': yes,
  }),

  page('routes/today', '/', everyConference),
  page('routes/agenda', '/agenda', everyConference),
  page('routes/agenda.programme', '/agenda/programme', everyConference),
  page('routes/agenda.item', ({ agenda }) => `/agenda/${agenda.openItemId}`, conference, 'an item open to observers'),
  page('routes/agenda.item', ({ agenda }) => `/agenda/${agenda.restrictedItemId}`, delegates, 'a restricted item'),
  page('routes/agenda.item', ({ agenda }) => `/agenda/${agenda.pendingItemId}`, delegates, 'an item to come'),
  page('routes/organiser.desk', '/organiser/desk', secretariats),
  page('routes/organiser.agenda', '/organiser/agenda', secretariats),
  page('routes/organiser.agenda.meetings', '/organiser/agenda/meetings', secretariats),
  page('routes/organiser.agenda.bodies', '/organiser/agenda/bodies', secretariats),

  page('routes/positions', '/positions', { A: yes, B: yes, C: yes, 'elsewhere ZEM.head': yes }),
  page('routes/positions.new', '/positions/new', {
    'IKD.reader': 'no',
    A: yes,
    B: yes,
    C: yes,
    'elsewhere ZEM.head': yes,
  }),
  ...draftPages('positions', 'position', ({ drafts }) => drafts.position, { A: yes }, 'a position of A'),
  ...draftPages('positions', 'position', ({ drafts }) => drafts.positionOfB, { B: yes }, 'a position of B'),
  ...draftPages('shared', 'shared-draft', ({ drafts }) => drafts.position, { A: yes }, 'a position of A as if shared'),
  ...draftPages('shared', 'shared-draft', ({ drafts }) => drafts.sharedAB, sharedAB, 'a shared draft of A and B'),
  page('position', ({ drafts }) => `/positions/${drafts.toStates.draftId}`, { A: yes }, 'a tabled position of A'),
  page('position', ({ drafts }) => `/positions/${drafts.withdrawn.draftId}`, { A: yes }, 'a withdrawn position of A'),
  page('shared-draft', ({ drafts }) => `/shared/${drafts.issued.draftId}`, sharedAB, 'an issued shared draft'),
  page(
    'position',
    ({ there }) => `/positions/${there.draftId}`,
    { 'elsewhere ZEM.head': yes },
    'one of the other conference',
  ),
  page(
    'position-review',
    reviewOf('positions', ({ drafts }) => drafts.position),
    { 'IKD.head,IKD.deputy': yes, A: 'no' },
    'a position of A',
  ),
  page(
    'shared-draft-review',
    reviewOf('shared', ({ drafts }) => drafts.sharedAB),
    sharedAB,
    'a shared draft of A and B',
  ),
  page('routes/shared', '/shared', { ...delegates, elsewhere: yes }),
  page('routes/shared.new', '/shared/new', { [drafters]: yes, secretariat: 'no', [organisersElsewhere]: yes }),
  page('routes/tabled', '/tabled', everyConference),
  page('routes/tabled.$', ({ drafts }) => `/tabled/${drafts.toStates.symbol}`, delegates, 'a text tabled to states'),
  page('routes/tabled.$', ({ drafts }) => `/tabled/${drafts.toAll.symbol}`, conference, 'a text tabled to all'),

  page('routes/minutes', '/minutes', everyConference),
  page(
    'routes/minutes.record',
    ({ minutes }) => `/minutes/${minutes.draft.minutesId}`,
    { secretariat: yes },
    'a draft',
  ),
  page(
    'routes/minutes.record',
    ({ minutes }) => `/minutes/${minutes.circulated.minutesId}`,
    { A: yes, secretariat: yes },
    'a circulated record',
  ),
  page(
    'routes/minutes.record',
    ({ minutes }) => `/minutes/${minutes.approved.minutesId}`,
    delegates,
    'an approved record',
  ),
  page(
    'routes/minutes.record',
    ({ minutes }) => `/minutes/${minutes.published.minutesId}`,
    conference,
    'a published record',
  ),
  page(
    'routes/minutes.publish',
    ({ minutes }) => `/minutes/${minutes.approved.minutesId}/publish`,
    { secretariat: yes },
    'an approved record',
  ),

  page('routes/delegation', '/delegation', { A: yes, B: yes, C: yes, observer: yes, 'elsewhere ZEM.head': yes }),
  page('routes/organiser.conference', '/organiser/conference', secretariats),
  page('routes/organiser.people', '/organiser/people', secretariats),
  page('routes/organiser.delegations', '/organiser/delegations', secretariats),
  page('routes/organiser.delegations.new', '/organiser/delegations/new', managing),
  page(
    'routes/organiser.delegation',
    ({ server }) => `/organiser/delegations/${server.delegation('IKD')}`,
    { [managers]: yes, secretariat: 'no' },
    'A',
  ),
  page('routes/organiser.import', '/organiser/import', importing),
  page('routes/organiser.import.template', '/organiser/import/template/agenda', importing),
  page('routes/organiser.import.file', '/organiser/import/conference-file', {
    ...importing,
    idle: 'choose',
    secretariat: 'no',
  }),
  page('routes/organiser.import.links', '/organiser/import/links', leads('/organiser/import/access')),
  page('routes/organiser.import.access', '/organiser/import/access', managing),
  page('routes/organiser.import.preview', upload, { idle: 'missing', organiser: yes }, 'files of the organiser'),
  page(
    'routes/organiser.import.problems',
    (stage) => `${upload(stage)}/problems`,
    { idle: 'missing', organiser: yes },
    'files of the organiser',
  ),
  ...forcePages,
  { ...page('routes/$', '/no/such/page', { idle: 'missing' }), alone: { stranger: 'missing' } },
]
