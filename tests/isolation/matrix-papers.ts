import { type May, no, notNow, type Row, row, yes } from './expectation.ts'

const notADraftingOfficer = no('drafts/not-a-drafting-officer')
const noRightToEdit = no('drafts/no-right-to-edit')
const secretariatIssues = no('drafts/secretariat-issues')
const headTables = no('drafts/head-tables')
const notYourText = no('drafts/not-your-text')
const notAWriter = no('minutes/not-a-writer')
const drafters = 'organiser,secretary,documents,rapporteur,chair,legal'
const keepers = 'organiser,secretary,rapporteur,documents'
/** A paper of A: its members, the one without the right to edit told so. */
const papersOfA: May = { 'IKD.reader': noRightToEdit, A: yes }
const sharedPapers: May = { ...papersOfA, [drafters]: yes, secretariat: notADraftingOfficer }
const keeping: May = { [keepers]: yes, secretariat: notAWriter }

/** Every act on what delegations and the secretariat write. */
export const onPapers: readonly Row[] = [
  row(
    'notes.open',
    'notes of one’s delegation',
    ({ agenda }) => ({ itemId: agenda.restrictedItemId, scope: 'DELEGATION' }),
    {
      'IKD.reader': no('notes/no-right-to-edit'),
      A: yes,
      B: yes,
      C: yes,
    },
  ),
  row('notes.open', 'one’s own notes', ({ agenda }) => ({ itemId: agenda.restrictedItemId, scope: 'PERSONAL' }), {
    A: yes,
    B: yes,
    C: yes,
    secretariat: yes,
  }),
  row('notes.open', 'session notes', ({ agenda }) => ({ itemId: agenda.restrictedItemId, scope: 'SESSION' }), {
    A: no('notes/secretariat-writes'),
    B: no('notes/secretariat-writes'),
    C: no('notes/secretariat-writes'),
    secretariat: yes,
  }),
  row('notes.open', 'notes of the secretariat', ({ agenda }) => ({ itemId: agenda.openItemId, scope: 'SECRETARIAT' }), {
    secretariat: yes,
  }),

  row(
    'drafts.createPosition',
    'an item',
    ({ agenda }) => ({ title: 'Ours', subject: 'ITEM', itemId: agenda.restrictedItemId }),
    { 'IKD.reader': noRightToEdit, A: yes, B: yes, C: yes },
  ),
  row(
    'drafts.rename',
    'a position of A',
    ({ drafts }) => ({ draftId: drafts.position.draftId, title: 'Other' }),
    papersOfA,
  ),
  row(
    'drafts.rename',
    'a shared draft of A and C',
    ({ drafts }) => ({ draftId: drafts.sharedAC.draftId, title: 'Other' }),
    {
      ...sharedPapers,
      C: yes,
    },
  ),
  row('drafts.setAside', 'a position of A', ({ drafts }) => ({ draftId: drafts.position.draftId }), papersOfA),
  row('drafts.takeUp', 'a position of A set aside', ({ drafts }) => ({ draftId: drafts.aside.draftId }), papersOfA),
  row(
    'drafts.nameRevision',
    'a position of A',
    ({ drafts }) => ({ draftId: drafts.position.draftId, name: 'One' }),
    papersOfA,
  ),
  row(
    'drafts.nameRevision',
    'a position of A set aside',
    ({ drafts }) => ({ draftId: drafts.aside.draftId, name: 'One' }),
    {
      'IKD.reader': noRightToEdit,
      A: notNow('drafts/set-aside'),
    },
  ),
  row(
    'drafts.nameRevision',
    'a shared draft of A and B',
    ({ drafts }) => ({ draftId: drafts.sharedAB.draftId, name: 'One' }),
    {
      ...sharedPapers,
      B: yes,
    },
  ),
  row(
    'drafts.openShared',
    'A and B',
    ({ agenda, server }) => ({
      title: 'Joint',
      subject: 'ITEM',
      itemId: agenda.restrictedItemId,
      delegationIds: [server.delegation('IKD'), server.delegation('ESM')],
    }),
    { [drafters]: yes, secretariat: notADraftingOfficer },
  ),
  row(
    'drafts.nameGroup',
    'a shared draft of A and B',
    ({ drafts, server }) => ({ draftId: drafts.sharedAB.draftId, delegationIds: [server.delegation('IKD')] }),
    {
      [drafters]: yes,
      secretariat: notADraftingOfficer,
      'IKD.reader': noRightToEdit,
      A: secretariatIssues,
      B: secretariatIssues,
    },
  ),
  row(
    'drafts.table',
    'a position of A',
    ({ drafts: { position } }) => ({
      draftId: position.draftId,
      revisionId: position.revisionId,
      textHash: position.textHash,
      audience: 'STATES',
    }),
    { 'IKD.head,IKD.deputy': yes, A: headTables },
  ),
  row(
    'drafts.table',
    'a shared draft of A and B',
    ({ drafts: { sharedAB } }) => ({
      draftId: sharedAB.draftId,
      revisionId: sharedAB.revisionId,
      textHash: sharedAB.textHash,
      audience: 'STATES',
    }),
    { A: no('drafts/shared-is-issued'), B: no('drafts/shared-is-issued'), secretariat: no('drafts/shared-is-issued') },
  ),
  row(
    'drafts.issue',
    'a shared draft of A and B',
    ({ drafts: { sharedAB } }) => ({
      draftId: sharedAB.draftId,
      revisionId: sharedAB.revisionId,
      textHash: sharedAB.textHash,
      audience: 'STATES',
    }),
    {
      [drafters]: yes,
      secretariat: notADraftingOfficer,
      'IKD.reader': noRightToEdit,
      A: secretariatIssues,
      B: secretariatIssues,
    },
  ),
  row(
    'drafts.withdraw',
    'a text of A to states',
    ({ drafts }) => ({ symbol: drafts.toStates.symbol, reason: 'Overtaken.' }),
    {
      'IKD.head,IKD.deputy': yes,
      A: headTables,
      B: notYourText,
      C: notYourText,
      secretariat: notYourText,
    },
  ),
  row(
    'drafts.withdraw',
    'a text of A to all',
    ({ drafts }) => ({ symbol: drafts.toAll.symbol, reason: 'Overtaken.' }),
    {
      'IKD.head,IKD.deputy': yes,
      A: headTables,
      B: notYourText,
      C: notYourText,
      observer: notYourText,
      secretariat: notYourText,
    },
  ),

  row('minutes.open', 'a meeting in session', ({ agenda }) => ({ meetingId: agenda.meetingId }), keeping),
  row('minutes.circulate', 'a draft', ({ minutes }) => ({ minutesId: minutes.draft.minutesId }), keeping),
  row('minutes.insertLines', 'a draft', ({ minutes }) => ({ minutesId: minutes.draft.minutesId }), keeping),
  row('minutes.takeBack', 'a circulated record', ({ minutes }) => ({ minutesId: minutes.circulated.minutesId }), {
    ...keeping,
    A: 'missing',
  }),
  row(
    'minutes.approve',
    'a circulated record',
    ({ minutes }) => ({ minutesId: minutes.circulated.minutesId, basis: 'Decided.' }),
    { ...keeping, chair: yes },
  ),
  row(
    'minutes.releaseParagraph',
    'an approved record',
    ({ minutes }) => ({ minutesId: minutes.approved.minutesId, place: 1, isReleased: false }),
    keeping,
  ),
  row(
    'minutes.releaseAll',
    'an approved record',
    ({ minutes }) => ({ minutesId: minutes.approved.minutesId }),
    keeping,
  ),
  row(
    'minutes.publish',
    'an approved record',
    ({ minutes }) => ({ minutesId: minutes.approved.minutesId, textHash: '0'.repeat(64) }),
    { [keepers]: notNow('minutes/not-what-was-shown'), secretariat: notAWriter },
  ),
]
