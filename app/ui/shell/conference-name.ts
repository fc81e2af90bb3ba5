import { createContext } from 'react'

/** The conference's name in the reader's language, for the frame, the title and print. */
export const ConferenceName = createContext('')
