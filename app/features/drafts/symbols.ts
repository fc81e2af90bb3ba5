/** `TSF/PC.1/WG.1` and `CRP` make the series in which numbers are allotted (domain: ROOT/BODY/SERIES.n/Rev.m). */
export const seriesOf = (bodySymbol: string, series: 'CRP' | 'L' | 'WP') => `${bodySymbol}/${series}`

/** The symbol of the nth text of a series: `TSF/PC.1/WG.1/CRP.3`. */
export const symbolIn = (series: string, number: number) => `${series}.${number}`

/** The symbol of a correction: `CRP.3` → `CRP.3/Rev.1`; revision 0 is the text as first tabled. */
export const revisionSymbol = (baseSymbol: string, revision: number) =>
  revision === 0 ? baseSymbol : `${baseSymbol}/Rev.${revision}`

/** Without the conference's own root, as delegates say it: `WG.1/CRP.3/Rev.1`. */
export const shortSymbol = (symbol: string, symbolRoot: string) =>
  symbol.startsWith(`${symbolRoot}/`) ? symbol.slice(symbolRoot.length + 1) : symbol
