import { type May, no, type Row, row, yes } from './expectation.ts'

const delegates: May = { A: yes, B: yes, C: yes, secretariat: yes }
const conference: May = { ...delegates, observer: yes }
/** What everybody may ask for their own conference; whose words are in the answer is for the canaries to show. */
const everyConference: May = { ...conference, elsewhere: yes }
const everybody: May = { ...everyConference, idle: yes }
const importers = 'organiser,secretary'
const notAnOrganiser = no('agenda/not-an-organiser')
const notAManager = no('conference/not-a-manager')
const nothing = () => ({})

/** Every query: who gets an answer about what. */
export const reading: readonly Row[] = [
  row('identity.frontDoor', 'the installation', nothing, { ...everybody, stranger: yes }),
  row('identity.invitation', 'a link that was never given', () => ({ token: 'a'.repeat(43) }), {
    ...everybody,
    stranger: yes,
  }),
  row('identity.mySecurity', 'oneself', nothing, everybody),
  row('identity.myCapacities', 'oneself', nothing, everybody),
  row('identity.pendingInvitations', 'own side', nothing, everyConference),
  row('identity.delegationNews', 'own side', nothing, everyConference),
  row('identity.neverSignedIn', 'own side', nothing, everyConference),

  row('conference.shell', 'oneself', nothing, everybody),
  row('conference.list', 'oneself', nothing, everybody),
  row('conference.view', 'own conference', nothing, {
    secretariat: yes,
    'elsewhere organiser': yes,
    'elsewhere secretary': yes,
  }),
  row('conference.roster', 'own conference', nothing, { ...delegates, elsewhere: yes }),
  row('conference.people', 'own conference', nothing, {
    secretariat: yes,
    'elsewhere organiser': yes,
    'elsewhere secretary': yes,
  }),
  row('conference.ownDelegation', 'own delegation', nothing, {
    A: yes,
    B: yes,
    C: yes,
    observer: yes,
    'elsewhere ZEM.head': yes,
  }),

  row('agenda.board', 'own conference', nothing, everyConference),
  row('agenda.programme', 'own conference', nothing, everyConference),
  row('agenda.today', 'own conference', nothing, everyConference),
  row('agenda.latestAnnouncement', 'own conference', nothing, everyConference),
  row('agenda.ownPresence', 'own delegation', nothing, everyConference),
  row('agenda.desk', 'own conference', nothing, {
    secretariat: yes,
    'elsewhere organiser': yes,
    'elsewhere secretary': yes,
  }),
  row('agenda.meetingRecord', 'a meeting in session', ({ agenda }) => ({ meetingId: agenda.meetingId }), {
    secretariat: yes,
  }),
  row('agenda.meetingRecord', 'a meeting that is over', ({ minutes }) => ({ meetingId: minutes.published.meetingId }), {
    secretariat: yes,
  }),
  row('agenda.item', 'an item open to observers', ({ agenda }) => ({ itemId: agenda.openItemId }), conference),
  row('agenda.item', 'an item not open to observers', ({ agenda }) => ({ itemId: agenda.restrictedItemId }), delegates),
  row('agenda.item', 'an item to come', ({ agenda }) => ({ itemId: agenda.pendingItemId }), delegates),
  row('agenda.item', 'a suspended item', ({ agenda }) => ({ itemId: agenda.suspendedItemId }), delegates),
  row('agenda.item', 'a closed item', ({ minutes }) => ({ itemId: minutes.published.itemId }), delegates),

  row('notes.onItem', 'an item open to observers', ({ agenda }) => ({ itemId: agenda.openItemId }), conference),
  row(
    'notes.onItem',
    'an item not open to observers',
    ({ agenda }) => ({ itemId: agenda.restrictedItemId }),
    delegates,
  ),

  row('drafts.list', 'own papers', nothing, { ...delegates, elsewhere: yes }),
  row('drafts.list', 'an item', ({ agenda }) => ({ itemId: agenda.pendingItemId }), { ...delegates, elsewhere: yes }),
  row('drafts.view', 'a position of A', ({ drafts }) => ({ draftId: drafts.position.draftId }), { A: yes }),
  row('drafts.view', 'a position of A set aside', ({ drafts }) => ({ draftId: drafts.aside.draftId }), { A: yes }),
  row('drafts.view', 'a tabled position of A', ({ drafts }) => ({ draftId: drafts.toAll.draftId }), { A: yes }),
  row('drafts.view', 'a position of B', ({ drafts }) => ({ draftId: drafts.positionOfB.draftId }), { B: yes }),
  row('drafts.view', 'a shared draft of A and B', ({ drafts }) => ({ draftId: drafts.sharedAB.draftId }), {
    A: yes,
    B: yes,
    secretariat: yes,
  }),
  row('drafts.view', 'a shared draft of A and C', ({ drafts }) => ({ draftId: drafts.sharedAC.draftId }), {
    A: yes,
    C: yes,
    secretariat: yes,
  }),
  row('drafts.revision', 'a position of A', ({ drafts }) => ({ draftId: drafts.position.draftId, number: 1 }), {
    A: yes,
  }),
  row(
    'drafts.revision',
    'a shared draft of A and B',
    ({ drafts }) => ({ draftId: drafts.sharedAB.draftId, number: 1 }),
    {
      A: yes,
      B: yes,
      secretariat: yes,
    },
  ),
  row('drafts.compare', 'a position of A', ({ drafts }) => ({ draftId: drafts.position.draftId, from: 1, to: 0 }), {
    A: yes,
  }),
  row(
    'drafts.compare',
    'a shared draft of A and C',
    ({ drafts }) => ({ draftId: drafts.sharedAC.draftId, from: 1, to: 0 }),
    {
      A: yes,
      C: yes,
      secretariat: yes,
    },
  ),
  row(
    'drafts.review',
    'a position of A',
    ({
      drafts: {
        position: { draftId, revisionId },
      },
    }) => ({ draftId, revisionId }),
    {
      A: yes,
    },
  ),

  row('tabled.list', 'own conference', nothing, everyConference),
  row('tabled.view', 'a text tabled to states', ({ drafts }) => ({ symbol: drafts.toStates.symbol }), delegates),
  row('tabled.view', 'a text tabled to all', ({ drafts }) => ({ symbol: drafts.toAll.symbol }), conference),
  row('tabled.view', 'a withdrawn text', ({ drafts }) => ({ symbol: drafts.withdrawn.symbol }), delegates),
  row('tabled.view', 'an issued shared draft', ({ drafts }) => ({ symbol: drafts.issued.symbol }), delegates),

  row('imports.start', 'oneself', nothing, {
    idle: 'missing',
    [importers]: yes,
    'elsewhere organiser': yes,
    'elsewhere secretary': yes,
  }),
  row('imports.preview', 'files of the organiser', ({ people }) => ({ uploadId: people.uploadId }), {
    idle: 'missing',
    organiser: yes,
  }),
  row('imports.template', 'anything', () => ({ part: 'agenda' }), {
    idle: 'missing',
    [importers]: yes,
    'elsewhere organiser': yes,
    'elsewhere secretary': yes,
  }),
  row('imports.conferenceFile', 'own conference', nothing, {
    [importers]: yes,
    protocol: notAnOrganiser,
    secretariat: notAManager,
    'elsewhere organiser': yes,
    'elsewhere secretary': yes,
  }),

  row('minutes.list', 'own conference', nothing, everyConference),
  row('minutes.view', 'a draft', ({ minutes }) => ({ minutesId: minutes.draft.minutesId }), { secretariat: yes }),
  row('minutes.view', 'a circulated record', ({ minutes }) => ({ minutesId: minutes.circulated.minutesId }), {
    A: yes,
    secretariat: yes,
  }),
  row('minutes.view', 'an approved record', ({ minutes }) => ({ minutesId: minutes.approved.minutesId }), delegates),
  row('minutes.view', 'a published record', ({ minutes }) => ({ minutesId: minutes.published.minutesId }), conference),
  row('minutes.publication', 'a draft', ({ minutes }) => ({ minutesId: minutes.draft.minutesId }), {}),
  row('minutes.publication', 'a circulated record', ({ minutes }) => ({ minutesId: minutes.circulated.minutesId }), {
    secretariat: yes,
  }),
  row('minutes.publication', 'an approved record', ({ minutes }) => ({ minutesId: minutes.approved.minutesId }), {
    secretariat: yes,
  }),
]
