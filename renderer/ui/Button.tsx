import { Button as AntButton, Tooltip } from 'antd'
import type { KeyboardEventHandler, MouseEventHandler, ReactElement, ReactNode, Ref } from 'react'
import { Icon, type IconName } from './icons.tsx'

interface ButtonProps {
  children: ReactNode
  onClick?: MouseEventHandler<HTMLElement>
  kind?: 'primary' | 'default' | 'quiet' | 'danger'
  icon?: IconName
  /** Said by a screen reader instead of the text, where the text alone is not enough. */
  name?: string | undefined
  busy?: boolean
  disabled?: boolean
  small?: boolean
  submit?: boolean
  large?: boolean
}

export function Button({ children, kind = 'default', icon, name, busy, small, large, submit, ...rest }: ButtonProps) {
  const looks = {
    primary: { type: 'primary' },
    default: { type: 'default' },
    quiet: { type: 'text' },
    danger: { type: 'primary', danger: true },
  } as const
  return (
    <AntButton
      {...looks[kind]}
      {...rest}
      {...(name && { 'aria-label': name })}
      htmlType={submit ? 'submit' : 'button'}
      size={small ? 'small' : large ? 'large' : 'middle'}
      loading={busy ?? false}
      icon={icon ? <Icon name={icon} size={small ? 15 : 17} /> : null}
      autoInsertSpace={false}
    >
      {children}
    </AntButton>
  )
}

interface IconButtonProps {
  icon: IconName
  /** Its accessible name, also shown on hover. */
  name: string
  onClick?: MouseEventHandler<HTMLElement>
  onKeyDown?: KeyboardEventHandler<HTMLElement>
  disabled?: boolean
  pressed?: boolean
  small?: boolean
  /** A stop of the list that it stands in (`useRoving`), not a Tab stop of its own. */
  inList?: boolean
  ref?: Ref<HTMLButtonElement>
}

export function IconButton({ icon, name, pressed, small, inList, ref, ...rest }: IconButtonProps): ReactElement {
  return (
    <Tooltip title={name} mouseEnterDelay={0.5}>
      <AntButton
        {...rest}
        {...(inList && { 'data-line': '' })}
        {...(ref && { ref: ref as Ref<HTMLButtonElement | HTMLAnchorElement> })}
        type="text"
        size={small ? 'small' : 'middle'}
        aria-label={name}
        {...(pressed !== undefined && { 'aria-pressed': pressed })}
        icon={<Icon name={icon} size={small ? 16 : 18} />}
      />
    </Tooltip>
  )
}
