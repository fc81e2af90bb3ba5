export const forceDesk = {
  requirement: 'Statement of requirements',
} as const
