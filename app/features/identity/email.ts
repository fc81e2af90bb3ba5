import { z } from 'zod'
import { cleanText } from '#app/kernel/text.ts'

/** One address, one spelling: lower case, without the spaces that come with pasting. */
export const normalEmail = (typed: string) => cleanText(typed).trim().toLowerCase()

export const email = () => z.string().max(254).transform(normalEmail).pipe(z.email().max(254))
