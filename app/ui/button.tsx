import { Link, type LinkProps } from '@remix-run/react'
import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react'
import { Icon, type IconShape } from './icon.tsx'
import { type Availability, isHidden, useReason } from './reason.ts'

export interface ButtonLook {
  /** One `primary` on a screen; `quiet` is text only, for leaving. */
  readonly kind?: 'outlined' | 'primary' | 'quiet' | 'danger'
  /** 24, 32 (the default) or 40 high; never under 44 for a finger. */
  readonly size?: 'small' | 'normal' | 'large'
  readonly icon?: IconShape
  /** An arrow that points the other way in Arabic. */
  readonly isDirectional?: boolean
  readonly isFull?: boolean
}

const kinds = { outlined: '', primary: 'pri', quiet: 'q', danger: 'dng' }
const sizes = { small: 'sm2', normal: '', large: 'lg' }

const classOf = ({ kind = 'outlined', size = 'normal', isFull }: ButtonLook, isIconOnly: boolean, extra?: string) =>
  ['btn', kinds[kind], sizes[size], isIconOnly && 'icon', isFull && 'full', extra].filter(Boolean).join(' ')

export interface ButtonProps
  extends ButtonLook,
    Availability,
    Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** The name of a button that shows an icon only. */
  readonly label?: string
  /** `tip` shows the reason on hover and focus, where there is no room for it beside the button. */
  readonly reasonPlace?: 'beside' | 'tip'
  readonly isPending?: boolean
}

/**
 * A button. When it cannot be used now it stays, can be focused, and says why; it then is no submit button, so that
 * nothing is sent without JavaScript either.
 */
export function Button({
  kind,
  size,
  icon,
  isDirectional,
  isFull,
  decision,
  unavailable,
  reasonPlace = 'beside',
  isPending,
  label,
  children,
  className,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  const reason = useReason({ decision, unavailable })
  const reasonId = useId()
  if (isHidden({ decision })) return null
  const isOff = reason !== undefined || isPending === true
  const button = (
    <button
      {...rest}
      type={reason ? 'button' : type}
      className={classOf({ kind, size, isFull }, !children, className)}
      aria-disabled={isOff || undefined}
      aria-describedby={reason ? reasonId : rest['aria-describedby']}
      aria-label={label}
      title={rest.title ?? label}
      onClick={isOff ? (event) => event.preventDefault() : onClick}
    >
      {icon ? <Icon of={icon} isMirrored={isDirectional} /> : null}
      {children}
    </button>
  )
  if (!reason) return button
  return (
    <span className={reasonPlace === 'tip' ? 'why tip' : 'why'}>
      {button}
      <span className="reason" id={reasonId} role={reasonPlace === 'tip' ? 'tooltip' : undefined}>
        {reason}
      </span>
    </span>
  )
}

export interface LinkButtonProps extends ButtonLook, LinkProps {
  readonly label?: string
  readonly children?: ReactNode
}

export const LinkButton = ({
  kind,
  size,
  icon,
  isDirectional,
  isFull,
  label,
  children,
  className,
  ...rest
}: LinkButtonProps) => (
  <Link {...rest} className={classOf({ kind, size, isFull }, !children, className)} aria-label={label}>
    {icon ? <Icon of={icon} isMirrored={isDirectional} /> : null}
    {children}
  </Link>
)
