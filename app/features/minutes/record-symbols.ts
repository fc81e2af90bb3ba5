import { DomainError } from '#app/kernel/errors.ts'

/** `TSF/PC.1/WG.1/SR.2`: the summary record of the body's second meeting. */
export const recordSymbol = (bodySymbol: string, meetingNumber: number) => `${bodySymbol}/SR.${meetingNumber}`

export const nothingToCirculate = () =>
  new DomainError('conflict', 'minutes/empty', 'The record has no text yet. Write it, then circulate it.')
