import { z } from 'zod'

export const themes = ['system', 'light', 'dark'] as const
export const contrasts = ['system', 'more'] as const
export const digitKinds = ['latn', 'arab'] as const

/** How pages look to one person: kept with the person, and in a cookie so that a page needs no question to know it. */
export interface Appearance {
  readonly theme: (typeof themes)[number]
  readonly contrast: (typeof contrasts)[number]
  /** Which digits Arabic pages use. */
  readonly digits: (typeof digitKinds)[number]
}

export const appearance = z.object({ theme: z.enum(themes), contrast: z.enum(contrasts), digits: z.enum(digitKinds) })
export const plainAppearance: Appearance = { theme: 'system', contrast: 'system', digits: 'latn' }

/** The cookie's value: `dark.more.latn`. */
export const writeAppearance = ({ theme, contrast, digits }: Appearance) => `${theme}.${contrast}.${digits}`

export function readAppearance(value: string | null): Appearance {
  const [theme, contrast, digits] = (value ?? '').split('.')
  return appearance.safeParse({ theme, contrast, digits }).data ?? plainAppearance
}
