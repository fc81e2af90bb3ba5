import { initialsOf } from './initials.ts'

export interface AvatarProps {
  readonly name: string
  /** 1 to 12, chosen by the server; the initials are always there too. */
  readonly palette?: number
  /** Alone, without the name beside it. */
  readonly isNamed?: boolean
}

export const Avatar = ({ name, palette = 1, isNamed }: AvatarProps) =>
  isNamed ? (
    <span className={`av p${palette}`} role="img" aria-label={name} title={name}>
      {initialsOf(name)}
    </span>
  ) : (
    <span className={`av p${palette}`} aria-hidden>
      {initialsOf(name)}
    </span>
  )
