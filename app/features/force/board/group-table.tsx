import { Fragment, type ReactNode } from 'react'
import { nothing, type Strength } from '#app/features/force/balance.ts'
import { capabilities } from '#app/features/force/terms.ts'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'

interface GroupTableProps {
  readonly force: ForceInSight
  readonly by: 'capability' | 'sector' | 'state'
}

interface Group {
  readonly key: string
  readonly name: ReactNode
}

const mapOf = { capability: 'capabilities', sector: 'sectors', state: 'states' } as const

/** The same balance by capability, by sector or by state; a state is asked for nothing, so it has no gap. */
export function GroupTable({ force, by }: GroupTableProps) {
  const { t, format } = useWords()
  const groups = useGroups(force, by)
  const { phases } = force.board
  const hasGap = by !== 'state'
  const columns = hasGap
    ? (['required', 'filled', 'conditional', 'gap'] as const)
    : (['filled', 'firm', 'conditional', 'indicated'] as const)
  return (
    <table className="tbl d fb-elements fb-groups">
      <caption className="vh">{t(`forces.byOf.${by}`)}</caption>
      <thead>
        <tr className="fb-phases">
          <td />
          {phases.map(({ phaseId, name }) => (
            <th key={phaseId} scope="colgroup" colSpan={columns.length} className="num">
              <bdi>{name}</bdi>
            </th>
          ))}
        </tr>
        <tr className="fb-heads-row">
          <th scope="col" className="x">
            {t(`forces.byOf.${by}`)}
          </th>
          {phases.map(({ phaseId }) => (
            <Fragment key={phaseId}>
              {columns.map((column, place) => (
                <th key={column} scope="col" className={place === 0 ? 'num p' : 'num'}>
                  {t(`forcePictures.${column}`)}
                </th>
              ))}
            </Fragment>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ key, name }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {force.balances.map((balance, phase) => {
              const strength: Strength = { ...nothing, ...balance[mapOf[by]].get(key) }
              return (
                <Fragment key={balance.phaseId}>
                  {columns.map((column, place) => (
                    <td
                      key={column}
                      className={place === 0 ? 'num p' : 'num'}
                      data-label={
                        place === 0
                          ? t('forces.columnIn', {
                              phase: phases[phase]?.name ?? '',
                              column: t(`forcePictures.${column}`),
                            })
                          : t(`forcePictures.${column}`)
                      }
                    >
                      {column === 'gap' && strength.gap > 0 ? (
                        <b>{format.number(strength.gap)}</b>
                      ) : (
                        format.number(strength[column])
                      )}
                    </td>
                  ))}
                </Fragment>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function useGroups({ balances, delegation }: ForceInSight, by: GroupTableProps['by']): Group[] {
  const { t, format } = useWords()
  const keys = [...new Set(balances.flatMap((balance) => [...balance[mapOf[by]].keys()]))]
  if (by === 'capability')
    return capabilities
      .filter((capability) => keys.includes(capability))
      .map((capability) => ({ key: capability, name: t(`forces.capability.${capability}`) }))
  if (by === 'sector')
    return format
      .sorted(keys, (key) => key)
      .map((key) => ({ key, name: key === '' ? t('forces.noSector') : <bdi>{key}</bdi> }))
  const brought = keys.filter((key) => balances.some(({ states }) => isAnything(states.get(key))))
  return format
    .sorted(brought, (key) => delegation(key).name)
    .map((key) => ({ key, name: <bdi>{delegation(key).name}</bdi> }))
}

const isAnything = (brought: { readonly filled: number; readonly indicated: number } | undefined) =>
  brought !== undefined && brought.filled + brought.indicated > 0
