export const forceRefusals = {
  'force/offer-is-over': 'This offer is over. To come back, make a new one.',
} as const
