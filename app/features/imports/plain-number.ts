/** An item's number as a reference: `6 (A)` and `6(a)` are one. */
export const plainNumber = (number: string): string => number.toLowerCase().replace(/\s+/g, '')
