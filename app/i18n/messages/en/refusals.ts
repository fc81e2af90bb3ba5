import { agendaRefusals } from './agenda-refusals.ts'
import { importRefusals } from './import-refusals.ts'
import { workRefusals } from './work-refusals.ts'

/** By the stable code of the refusal. A code without an entry shows the English sentence that came with it. */
export const refusals = {
  ...agendaRefusals,
  ...importRefusals,
  ...workRefusals,
  missing: 'We could not find that, or you do not have access. If a colleague sent you this link, ask the secretariat.',
  'signed-out': 'Your sign-in has ended. Sign in again.',
  invalid: 'Some answers need a correction.',
  limited: 'Too many attempts. Wait a little and try again.',
  'unknown-intent': 'This page is out of date. Reload it and try again.',
  'form/unreadable': 'This form did not arrive whole. Reload the page and send it again.',
  unavailable: 'The server cannot do this at the moment. Nothing was changed. Try again in a minute.',
  reauthenticate: 'Confirm with your password to continue.',
  'acting-changed':
    'You now act in another capacity in this browser. Nothing was done. Reload the page and check the capacity.',
  'act-once/other': 'This form was already used. Reload the page and try again.',
  'not-reached': 'The server could not be reached. Nothing was sent; what you typed is still here. Try again.',
  'no-capacity': 'You hold no capacity in a conference yet.',
  'field/required': 'Fill this in.',
  'field/invalid': 'This value cannot be read. Check it.',
  'field/too-long': 'Shorten this to at most {maximum} characters.',
  'field/too-short': 'Use at least {minimum} characters.',
  'field/too-small': 'Enter {minimum} or more.',
  'field/too-big': 'Enter {maximum} or less.',
  'field/too-few': 'Choose at least {minimum}.',
  'field/too-many': 'Choose at most {maximum}.',
  'field/number': 'Enter a whole number, in digits.',
  'field/email': 'Enter an e-mail address, such as name@example.org.',
  'field/date': 'Enter a date.',
  'field/datetime': 'Enter a date and a time.',
  'field/year': 'Check the year: it lies between 1900 and 2200.',
  'field/regex': 'Check the form of this entry.',
  'field/time': 'Enter a time, such as 14:30.',
  'field/time-zone': 'Choose a time zone from the list.',
  'field/choice': 'Choose one of the answers.',
  'field/unknown': 'This field is not part of the form.',
  'identity/wrong': 'That is not the right name and password. Check both and try again.',
  'identity/wrong-password': 'That is not your password.',
  'identity/wait': {
    one: 'Too many attempts. Try again in {count} minute.',
    other: 'Too many attempts. Try again in {count} minutes.',
  },
  'identity/password-short': 'Use at least {minimum} characters. A sentence of your own is easy to remember.',
  'identity/password-long': 'Use at most {maximum} characters.',
  'identity/password-common':
    'This is made of words and phrases that many people use as passwords. Choose a sentence of your own.',
  'identity/password-context':
    'This is little more than “{word}”, which anybody would try here. Choose a sentence of your own.',
  'identity/password-pattern': 'This is a repetition or follows the keyboard. Choose a sentence of your own.',
  'identity/password-same': 'This is the present password. Choose another one.',
  'identity/invitation-gone':
    'This invitation has expired or was already used. Ask the person who invited you for a new one.',
  'identity/invitation-awaits-head':
    'The delegation has not confirmed this link yet. Ask its head, or a member who has signed in, to confirm it on the page Delegation; then open it again.',
  'identity/invitation-other-person':
    'This invitation is for another address than the one you are signed in with. Sign out, then open the link again.',
  'identity/invitation-settled': 'This invitation was dealt with already. Reload the page to see how.',
  'identity/already-member': 'This person is a member already.',
  'identity/already-invited': 'This person is invited already. Make a new link there if the first one is lost.',
  'identity/has-head': 'This delegation has a head. Change who that is under People first.',
  'identity/one-head': 'A delegation has one head. The secretariat changes who that is.',
  'identity/not-inviting': 'The organiser, the secretary and the protocol officer invite people.',
  'identity/head-invites': 'The head of delegation invites its members. Ask your head.',
  'identity/deputy-confirms':
    'While your delegation has no head, only its deputy can confirm a new member. Ask your deputy.',
  'conference/name-successor':
    'This delegation has a head. Name another of its members as head first; the present one then becomes the deputy.',
  'conference/successor-never-came':
    'This member has not signed in yet. Name a member who has, or ask this one to sign in first.',
  'identity/busy': 'Many people are signing in at this moment. Try again in a few seconds.',
  'identity/head-confirms': 'Only the head of delegation can confirm a new member.',
  'identity/role-of-another-side': 'This role belongs to another kind of delegation.',
  'identity/accreditation-ended': 'This accreditation has ended.',
  'identity/has-password':
    'This person has a password already. If it is lost, whoever runs the installation starts a new one.',
  'identity/elsewhere': 'This person also has a place elsewhere. Whoever runs the installation gives the link.',
} as const
