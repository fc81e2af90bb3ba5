export const tabled = {
  title: 'Tabled',
  texts: { zero: 'No text tabled', one: '{count} text tabled', other: '{count} texts tabled' },
  empty: 'No text has been tabled yet.',
  withdrawn: 'Withdrawn',
  withdrawnStub: 'This text was withdrawn. Its symbol and dates stay on the record.',
  supersededBy: 'Superseded by {symbol}',
  replaces: 'Replaces {symbol}',
  by: 'Tabled by',
  secretariat: 'Secretariat',
  offersDepend: { one: '{count} offer depends on this text', other: '{count} offers depend on this text' },
} as const
