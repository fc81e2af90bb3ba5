import { Amount } from '#app/features/force/amount.tsx'
import type { Contribution } from '#app/features/force/balance.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import { fullOfPieces, piecesOfContribution } from './bar-shares.ts'
import { Legend } from './legend.tsx'
import { Picture } from './picture.tsx'
import { Bar } from './strength-bar.tsx'
import type { SupportSum } from './support-sums.ts'

/** Troops or police, at one phase. */
export interface PersonsKind {
  readonly key: string
  /** In the reader's language. */
  readonly name: string
  readonly contribution: Contribution
}

/** Money, training, bases: what is no strength. */
export interface SupportKind {
  readonly key: string
  readonly name: string
  readonly counted: SupportSum
  readonly indicated: SupportSum
  /** What is measured where an offer does not say: `trainees per cycle`. */
  readonly unit: string
}

interface KindsPictureProps {
  readonly persons: readonly PersonsKind[]
  readonly support: readonly SupportKind[]
}

/** What is contributed by kind: persons on one scale, everything else listed in its own unit. */
export function KindsPicture({ persons, support }: KindsPictureProps) {
  const { t } = useWords()
  if (persons.length + support.length === 0) return <p className="muted">{t('forcePictures.noKinds')}</p>
  return (
    <div className="stack-16">
      {persons.length > 0 ? <PersonsPicture persons={persons} /> : null}
      {support.length > 0 ? <SupportTable support={support} /> : null}
    </div>
  )
}

function PersonsPicture({ persons }: Pick<KindsPictureProps, 'persons'>) {
  const { t, format } = useWords()
  const full = fullOfPieces(persons.map(({ contribution }) => piecesOfContribution(contribution)))
  const list = format.list(
    persons.map(({ name, contribution }) => t('forcePictures.kindOf', { kind: name, filled: contribution.filled })),
  )
  return (
    <Picture
      caption={t('forcePictures.kinds')}
      says={t('forcePictures.kindsSummary', { list })}
      legend={<Legend kinds={['firm', 'conditional', 'indicated']} />}
      note={t('forcePictures.persons')}
      table={<PersonsTable persons={persons} />}
    >
      {persons.map(({ key, name, contribution }) => (
        <div key={key} className="fp-row">
          <span className="fp-name">
            <bdi>{name}</bdi>
          </span>
          <Bar pieces={piecesOfContribution(contribution)} full={full} size="middle" />
          <b className="num">{format.number(contribution.filled)}</b>
        </div>
      ))}
    </Picture>
  )
}

function PersonsTable({ persons }: Pick<KindsPictureProps, 'persons'>) {
  const { t, format } = useWords()
  const columns = ['filled', 'firm', 'conditional', 'indicated'] as const
  return (
    <Table
      caption={t('forcePictures.kinds')}
      isCaptionHidden
      isDense
      head={
        <>
          <th scope="col">{t('forcePictures.kind')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="num">
              {t(`forcePictures.${column}`)}
            </th>
          ))}
        </>
      }
    >
      {persons.map(({ key, name, contribution }) => (
        <tr key={key}>
          <th scope="row">
            <bdi>{name}</bdi>
          </th>
          {columns.map((column) => (
            <td key={column} className="num">
              {format.number(contribution[column])}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  )
}

function SupportTable({ support }: Pick<KindsPictureProps, 'support'>) {
  const { t } = useWords()
  return (
    <Table
      caption={t('forcePictures.otherUnits')}
      isDense
      head={
        <>
          <th scope="col">{t('forcePictures.kind')}</th>
          <th scope="col">{t('forcePictures.amount')}</th>
        </>
      }
    >
      {support.map(({ key, name, counted, indicated, unit }) => (
        <tr key={key}>
          <th scope="row">
            <bdi>{name}</bdi>
          </th>
          <td>
            {counted.offers > 0 ? <SumOfSupport sum={counted} unit={unit} /> : null}
            {indicated.offers > 0 ? (
              <div className="muted">
                {t('forcePictures.indicated')}
                <SumOfSupport sum={indicated} unit={unit} />
              </div>
            ) : null}
          </td>
        </tr>
      ))}
    </Table>
  )
}

function SumOfSupport({ sum: { offers, money, measures }, unit: unnamed }: { sum: SupportSum; unit: string }) {
  const { t } = useWords()
  return (
    <>
      {money.map((each) => (
        <div key={each.currency}>
          <Amount money={each} />
        </div>
      ))}
      {measures.map(({ value, unit }) => (
        <div key={unit}>{t('forcePictures.amountOf', { amount: value, unit: unit ?? unnamed })}</div>
      ))}
      <span className="muted sm">{t('forcePictures.offers', { count: offers })}</span>
    </>
  )
}
