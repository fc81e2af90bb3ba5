/** The town a zone is named for: `Asia/Port_Moresby` is Port Moresby. */
export const townOf = (timeZone: string): string => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
