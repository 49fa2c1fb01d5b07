import { InputNumber } from 'antd'
import { type ReactElement, useRef } from 'react'

interface NumberBoxProps {
  id: string
  value: number
  min: number
  max: number
  /** What an arrow adds. */
  step?: number
  /** The smallest difference that counts: a step, unless less can be typed. */
  finest?: number
  /** `goesOn`: changed before since the box was entered, as digit after digit is typed. */
  onChange(value: number, goesOn: boolean): void
  onEnter?(value: number): void
}

/** A number with its limits; what the pointer does by dragging can be typed here. */
export function NumberBox(props: NumberBoxProps): ReactElement {
  const { id, value, min, max, step = 1, finest = step, onChange, onEnter } = props
  const visit = useRef(false)
  // Enter comes in the same event as the value that it settles, before this is drawn again.
  const latest = useRef(value)
  latest.current = value
  // By a whole number of parts, so that 57 hundredths are 0.57.
  const rounded = (any: number) => Math.round(any / finest) / Math.round(1 / finest)
  const leave = () => {
    visit.current = false
  }
  return (
    <InputNumber
      id={id}
      className="figures"
      value={rounded(value)}
      min={min}
      max={max}
      step={step}
      formatter={(shown) => String(Number(shown ?? 0))}
      onChange={(next) => {
        if (next === null) return
        latest.current = rounded(next)
        onChange(latest.current, visit.current)
        visit.current = true
      }}
      onBlur={leave}
      {...(onEnter && { onPressEnter: () => onEnter(latest.current) })}
    />
  )
}
