import { InputNumber } from 'antd'
import type { ReactElement } from 'react'

interface NumberBoxProps {
  id: string
  value: number
  min: number
  max: number
  step?: number
  onChange(value: number): void
}

/** A number with its limits; what the pointer does by dragging can be typed here. */
export function NumberBox({ id, value, min, max, step = 1, onChange }: NumberBoxProps): ReactElement {
  return (
    <InputNumber
      id={id}
      className="figures"
      value={Math.round(value / step) * step}
      min={min}
      max={max}
      step={step}
      formatter={(shown) => String(Number(shown ?? 0))}
      onChange={(next) => next !== null && onChange(next)}
    />
  )
}
