import { Dropdown } from 'antd'
import { type ReactElement, useRef } from 'react'
import { IconButton } from './Button.tsx'
import { Icon, type IconName } from './icons.tsx'

export interface MenuLine {
  key: string
  label: string
  icon?: IconName
  danger?: boolean
  disabled?: boolean
  run?(): void
  lines?: readonly MenuLine[]
}

const item = (line: MenuLine, before: () => void): object => ({
  key: line.key,
  label: line.label,
  disabled: line.disabled ?? false,
  danger: line.danger ?? false,
  icon: line.icon ? (
    <span className="menu-icon">
      <Icon name={line.icon} size={16} />
    </span>
  ) : null,
  ...(line.run && {
    onClick: () => {
      before()
      line.run?.()
    },
  }),
  ...(line.lines && { children: line.lines.map((one) => item(one, before)), popupClassName: 'menu-sub' }),
})

/** Everything that can be done with a thing, behind one button with a name. */
export function Menu(props: {
  name: string
  lines: readonly MenuLine[]
  small?: boolean
  inList?: boolean
}): ReactElement {
  const button = useRef<HTMLButtonElement>(null)
  // The list is gone after that: what a line opens gives the focus back to the button.
  const leave = () => button.current?.focus()
  return (
    <Dropdown
      menu={{ items: props.lines.map((line) => item(line, leave)) as [] }}
      trigger={['click']}
      placement="bottomRight"
    >
      <IconButton
        ref={button}
        icon="more"
        name={props.name}
        small={props.small ?? false}
        inList={props.inList ?? false}
      />
    </Dropdown>
  )
}
