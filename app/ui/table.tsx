import type { ReactNode, TableHTMLAttributes } from 'react'

export interface TableProps extends TableHTMLAttributes<HTMLTableElement> {
  /** What the table is; hidden where a heading over it says the same. */
  readonly caption: ReactNode
  readonly isCaptionHidden?: boolean
  /** The header row's cells. Left out only for a list whose cells explain themselves. */
  readonly head?: ReactNode
  /** 30-high rows. */
  readonly isDense?: boolean
  /** Rows become blocks on phones; cells with `data-label` carry their header. */
  readonly isStacked?: boolean
}

/** A real table; numbers in cells of class `num`, the widest column of class `x`. */
export const Table = ({
  caption,
  isCaptionHidden,
  head,
  isDense,
  isStacked,
  className,
  children,
  ...rest
}: TableProps) => (
  <table {...rest} className={['tbl', isDense && 'd', isStacked && 'stack', className].filter(Boolean).join(' ')}>
    <caption className={isCaptionHidden ? 'vh' : undefined}>{caption}</caption>
    {head ? (
      <thead>
        <tr>{head}</tr>
      </thead>
    ) : null}
    <tbody>{children}</tbody>
  </table>
)
