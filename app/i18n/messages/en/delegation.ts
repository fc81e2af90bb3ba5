export const delegation = {
  title: 'Delegation',
  members: 'Members',
  inviteMember: 'Invite a member',
  recordEmpty: 'Nothing is recorded yet.',
  newsTitle: 'Who came and went',
  news: {
    invited: '{name} was invited',
    'awaiting-head': '{name} is to be confirmed by the delegation',
    joined: '{name} joined',
    left: '{name} left',
    declined: '{name} was declined',
    revoked: 'The invitation of {name} was withdrawn',
  },
  newsBy: { delegation: 'by your delegation', secretariat: 'by the secretariat' },
} as const
