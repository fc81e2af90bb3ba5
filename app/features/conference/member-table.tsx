import { rightsOpenTo } from '#app/features/identity/usual-rights.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { type Acting, observerRoles, type Role, secretariatRoles, sideOfRole, stateRoles } from '#app/kernel/actor.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Select } from '#app/ui/select.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Table } from '#app/ui/table.tsx'
import type { changeRole, endAccreditation, giveRights, Member } from './contract.ts'
import { mayGiveRights, mayManageMember } from './policy.ts'

interface MemberTableProps {
  readonly caption: string
  readonly members: readonly (Member & { readonly email?: string })[]
  readonly delegationId: string | null
  readonly acting: Acting
  /** The only one of them who has signed in: when this one goes, what the delegation wrote is sealed (CF-15). */
  readonly lastThereId?: string | null
}

/** Who sits here and what each may do, with what this reader may change of it. */
export function MemberTable({ caption, members, delegationId, acting, lastThereId = null }: MemberTableProps) {
  const { t } = useWords()
  const hasRights = members.some(({ rights }) => rights.length > 0)
  const head = (
    <>
      <th scope="col" className="x">
        {t('common.name')}
      </th>
      <th scope="col">{t('people.role')}</th>
      {hasRights ? <th scope="col">{t('people.rights')}</th> : null}
      <th scope="col">
        <span className="vh">{t('common.actions')}</span>
      </th>
    </>
  )
  return (
    <Table caption={caption} isCaptionHidden head={head} isStacked>
      {members.map((member) => (
        <tr key={member.accreditationId}>
          <th scope="row">
            <bdi>{member.name}</bdi>
            <div className="sm muted">
              <bdi>{member.title}</bdi>
              {member.email ? (
                <>
                  {member.title ? ' · ' : null}
                  <bdi dir="ltr">{member.email}</bdi>
                </>
              ) : null}
            </div>
          </th>
          <td data-label={t('people.role')} className="mid">
            {t(`roles.${member.role}`)}
          </td>
          {hasRights ? (
            <td data-label={t('people.rights')} className="sm broad">
              {member.rights.map((right) => t(`people.right.${right}`)).join(' · ')}
            </td>
          ) : null}
          <td className="num">
            <MemberActs member={member} delegationId={delegationId} acting={acting} lastThereId={lastThereId} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

function MemberActs({
  member,
  delegationId,
  acting,
  lastThereId,
}: Pick<MemberTableProps, 'delegationId' | 'acting' | 'lastThereId'> & { member: Member }) {
  const { t } = useWords()
  const rules = { ...member, delegationId }
  const manage = mayManageMember(acting, rules)
  const give = mayGiveRights(acting, rules)
  if (!manage.ok && manage.kind !== 'conflict') return null
  const fixed = { accreditationId: member.accreditationId }
  return (
    <div className="row wrap end">
      {give.ok ? (
        <Confirm ask={t('people.changeRights')} title={t('people.rightsOf', { name: member.name })} size="small">
          {(close) => (
            <MutationForm<typeof giveRights> intent="conference.giveRights" fixed={fixed} onDone={close}>
              <fieldset className="field">
                <legend>{t('people.rights')}</legend>
                {rightsOpenTo(member.role).map((right) => (
                  <Checkbox
                    key={right}
                    name="rights"
                    value={right}
                    label={t(`people.right.${right}`)}
                    defaultChecked={member.rights.includes(right)}
                  />
                ))}
              </fieldset>
              <Submit>{t('common.saveChanges')}</Submit>
            </MutationForm>
          )}
        </Confirm>
      ) : null}
      <Confirm ask={t('people.changeRole')} title={t('people.roleOf', { name: member.name })} size="small">
        {(close) => (
          <MutationForm<typeof changeRole> intent="conference.changeRole" fixed={fixed} onDone={close}>
            <Select
              name="role"
              label={t('people.role')}
              defaultValue={member.role}
              choices={rolesLike(member.role).map((role) => ({ value: role, label: t(`roles.${role}`) }))}
            />
            <TextField
              name="password"
              type="password"
              label={t('positions.password')}
              autoComplete="current-password"
              dir="ltr"
            />
            <Submit>{t('common.saveChanges')}</Submit>
          </MutationForm>
        )}
      </Confirm>
      {member.accreditationId === acting.accreditationId ? null : (
        <Confirm ask={t('people.end')} title={t('people.endTitle')} size="small">
          {(close) => (
            <MutationForm<typeof endAccreditation> intent="conference.endAccreditation" fixed={fixed} onDone={close}>
              <p>{t('people.endConfirm', { name: member.name })}</p>
              {member.accreditationId === lastThereId ? <p>{t('people.endLast', { name: member.name })}</p> : null}
              <div className="row">
                <Submit kind="danger">{t('people.endNow')}</Submit>
                {close ? (
                  <Button kind="quiet" onClick={close}>
                    {t('common.cancel')}
                  </Button>
                ) : null}
              </div>
            </MutationForm>
          )}
        </Confirm>
      )}
    </div>
  )
}

function rolesLike(role: Role): readonly Role[] {
  const side = sideOfRole(role)
  return side === 'state' ? stateRoles : side === 'observer' ? observerRoles : secretariatRoles
}
