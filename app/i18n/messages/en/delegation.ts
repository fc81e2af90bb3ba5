export const delegation = {
  title: 'Delegation',
  members: 'Members',
  inviteMember: 'Invite a member',
  recordEmpty: 'Nothing is recorded yet.',
  newsTitle: 'Who came and went',
  sealed:
    'Others sat in this delegation before. What they wrote and did not table was sealed on {time}, when the last of them had left, and nobody can open it any more.',
  news: {
    invited: {
      delegation: 'Your delegation invited {name}.',
      secretariat: 'The secretariat invited {name}.',
    },
    'awaiting-head': 'The secretariat invited {name} and asked for the word of your delegation.',
    joined: {
      delegation: '{name} joined at the invitation of your delegation.',
      secretariat: '{name} joined at the invitation of the secretariat.',
    },
    'signed-in': '{name} signed in for the first time.',
    declined: 'Your delegation declined {name}, whom the secretariat had invited.',
    'access-declined': 'Your delegation declined the link to a first password for {name}.',
    revoked: {
      delegation: 'Your delegation withdrew the invitation of {name}.',
      secretariat: 'The secretariat withdrew the invitation of {name}.',
    },
    ended: {
      delegation: 'Your delegation ended the accreditation of {name}.',
      secretariat: 'The secretariat ended the accreditation of {name}.',
    },
    left: '{name} left.',
  },
} as const
