import type { ReactElement } from 'react'

interface RulerProps {
  /** In millimetres. */
  length: number
  /** CSS px for one millimetre. */
  perMm: number
  upright?: boolean
}

/** Breadth of the ruler in px. */
const breadth = 22

/** Millimetres beside a page on the screen; it repeats what the page's size says, so it is not read out. */
export function Ruler({ length, perMm, upright = false }: RulerProps): ReactElement {
  const ticks = Array.from({ length: Math.floor(length) + 1 }, (_, at) => at)
  const size = length * perMm
  return (
    <svg
      className={upright ? 'ruler upright' : 'ruler'}
      width={upright ? breadth : size}
      height={upright ? size : breadth}
      aria-hidden="true"
    >
      {ticks.map((at) => {
        const tick = at % 10 === 0 ? 9 : at % 5 === 0 ? 6 : 3.5
        const along = at * perMm
        const ends = upright
          ? { x1: breadth - tick, x2: breadth, y1: along, y2: along }
          : { x1: along, x2: along, y1: breadth - tick, y2: breadth }
        return <line key={at} {...ends} />
      })}
      {ticks
        .filter((at) => at % 10 === 0 && at > 0)
        .map((at) => (
          <text
            key={at}
            x={upright ? 1 : at * perMm}
            y={upright ? at * perMm + 3 : 9}
            textAnchor={upright ? 'start' : 'middle'}
          >
            {at}
          </text>
        ))}
    </svg>
  )
}
