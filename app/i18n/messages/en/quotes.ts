export const quotes = {
  insert: 'Insert a figure',
  hint: 'What all states may see of the force, as it is now. The text keeps it, and says beside it when it has changed.',
  which: 'Which figure',
  reads: 'It reads:',
  put: 'Insert',
  asOf: 'as of',
  now: 'now {now}',
  take: 'Write what it is now',
  gone: 'no longer on the board',
  total: 'Whole force',
  names: 'Elements by name',
  figureOf: '{what}: {measure}, {phase}',
} as const
