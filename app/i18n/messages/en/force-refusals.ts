/** Refusals about the force, by code. */
export const forceRefusals = {
  'force/not-the-force-generator':
    'The force generation officer and the organiser keep the requirement and accept offers. You can follow it here.',
  'force/no-right-to-edit': 'Your head of delegation has not given you the right to edit.',
  'force/head-releases':
    'Only the head of delegation can show an offer to others or change one that others see, or a deputy to whom the head has given the right.',
  'force/deputy-without-right': 'Your head of delegation has not given you the right to pledge.',
  'force/not-your-offer': 'Only the delegation whose offer this is can change it.',
  'force/not-released': 'This offer has not been released. Release it first.',
  'force/released-already': 'Others have seen this offer. Withdraw it: its history stays.',
  'force/not-an-offer': 'An offer begins as interest, an indication, a pledge or more.',
  'force/offer-is-over': 'This offer is over. To come back, make a new one.',
  'force/same-status': 'The offer has this status already.',
  'force/commitment-needs-document':
    'A commitment rests on a letter of commitment or a memorandum of understanding. Name the document.',
  'force/wrong-basis': 'This status cannot rest on that. Choose another basis.',
  'force/basis-needs-reference': 'Say how the document is called: its symbol, number or date.',
  'force/nothing-offered':
    'This offer does not yet say what is offered. Add an element, an amount or a measure, then release it.',
  'force/say-status': 'Say with which status it is released, and what that rests on.',
  'force/changed-since-reviewed':
    'A colleague changed this offer after you looked at it. Look at it again, then release it.',
  'force/element-gone': 'This offer names an element that is no longer required. Take it out, then release it.',
  'force/name-recipients': 'Choose at least one delegation that shall see it.',
  'force/no-strength': 'Only troops and police are offered to elements. This offer is described by its own measures.',
  'force/accepted-already':
    'Of this, {accepted} were accepted. Ask the force generation officer to accept less first, or withdraw the offer.',
  'force/currency': 'Name the currency by its three letters: EUR.',
  'force/nothing-promised': 'Only what is pledged, committed or deployed can be accepted.',
  'force/more-than-offered': 'This is more than was offered: {offered}. Accept the offer, or a part of it.',
  'force/too-many-contributors': 'As many states as may share this element do so already: {most}.',
  'force/indivisible': 'This element cannot be divided: accept what fills it, {required}, or nothing.',
  'force/more-than-lacking':
    'This is more than the gap, which is {lacking}. Accept that many, or decide to keep a surplus.',
  'force/together-more-than-lacking':
    'With the phases before it this comes to {together} at the milestone, where {lacking} are lacking. Accept fewer, or decide to keep a surplus.',
  'force/accepted-meanwhile': 'A colleague has changed what is accepted of this line. Look at it again.',
  'force/say-why': 'Say why the surplus is kept. It is recorded with the acceptance.',
  'force/kind-mismatch': 'This kind does not fit the element. To accept it all the same, say why.',
  'force/hangs-on-itself': 'A condition cannot hang on its own offer.',
  'force/fund-has-money':
    'Money has been offered to this fund in its currency. Open another fund for another currency.',
  'force/not-yet': 'This time has not come yet. Enter when it happened.',
  'force/no-totals': 'No totals are shown to observers.',
  'force/no-statement': 'There is no statement of requirements yet. The force generation officer begins it.',
  'force/figures-stated':
    'Figures have been entered already. Whether they include earlier phases can be changed only before the first of them.',
  'force/phases-out-of-order':
    'A phase is reached after the one before it. Choose a later date, or change the other phase first.',
  'force/not-the-last-phase': 'Only the last phase can be taken away.',
  'force/phase-in-use': 'Elements need people in this phase, or states offer them. Set those figures to 0 first.',
  'force/off-the-ceiling':
    'The elements of {phase} add up to {required}, its ceiling is {ceiling}. Mend one of them, then issue.',
  'force/serial-taken': 'Number {serial} is {name}. Choose another number.',
  'force/too-many-elements': 'There are no numbers left.',
  'force/split-needs-parts': 'Name at least two parts, or leave it whole.',
  'force/merge-needs-two': 'Choose at least two elements to merge.',
  'force/element-exists': 'There is another element in this place already. Look at it again, then go on.',
  'force/parts-differ':
    'The parts together require {together}, the element {undivided}: {difference} apart. Make them equal.',
  'force/offer-without-element': 'Say for each offer to this element which one it goes on to.',
  'force/goes-nowhere': 'An offer would go to an element that is not there. Choose another one.',
  'force/shares-of-offer-differ':
    'The shares of this offer add up to {together}, it brings {undivided}: {difference} apart. Make them equal.',
  'force/shares-of-acceptance-differ':
    'The shares of what is accepted add up to {together} of {undivided}: {difference} apart. Make them equal.',
  'force/share-beyond-offer': 'Of a share that offers {offered}, {accepted} would be accepted. Divide them alike.',
  'force/not-a-strength': 'Strengths are whole numbers of persons, 0 or more.',
  'force/strength-negative': 'A strength is 0 or more.',
  'force/strength-decimal': 'A strength is a whole number of people.',
  'force/strength-exponent': 'Write the number in full, in digits.',
  'force/strength-too-many': 'This is more than a million people. Check the number.',
  'force/strength-ambiguous': 'This can be read in two ways. Write the number without separators.',
  'force/strength-unreadable': 'Enter a whole number, in digits.',
  'force/amount-empty': 'Enter the amount.',
  'force/amount-negative': 'An amount is 0 or more.',
  'force/amount-ambiguous':
    'This can be read in two ways. Write the amount without separators, and with two decimals: 1200.00.',
  'force/amount-too-large': 'This amount is too large. Check it.',
  'force/amount-unreadable': 'Write the amount in digits, with two decimals at most.',
  'force/table-problems': 'Nothing was taken: some rows need to be corrected first.',
  'force/table-empty': 'There are no elements in it.',
  'force/table-no-column': 'The table has no such column. Begin with the example.',
  'force/table-column': 'This is neither a column of the example nor a phase.',
  'force/table-column-twice': 'Two columns say the same. Remove one of them.',
  'force/table-capability': 'Write a capability as the example does, or its code.',
  'force/table-priority': 'Write essential, important or desirable.',
  'force/table-yes-no': 'Write yes or no.',
  'force/table-serial-twice': 'Row {first} has this number already.',
  'force/table-unclosed': 'A quotation mark is not closed.',
  'force/table-long': 'This row is longer than a row of elements is.',
  'force/table-many': 'More than {most} rows are taken for a mistake.',
  'force/milestones-order':
    'Full operational capability is reached after initial operational capability, not before it. Check both dates.',
  'force/too-many-names': 'At most 500 names are taken at once. Add the others afterwards.',
  'force/struck-already': 'This entry is struck already.',
  'force/table-cells': 'There are more cells than headings. A number with a comma stands in quotation marks: "1,200".',
} as const
