import type { ReactElement } from 'react'
import type { Tone } from '../../rules/schema.ts'
import { toneTables } from '../../rules/tone.ts'

/** The engine's own tables as a filter of the page, so that a slider shows at once what will be saved. */
export function ToneFilter({ id, tone }: { id: string; tone: Tone }): ReactElement {
  const [red, green, blue] = toneTables(tone).map((table) => [...table].map((level) => level / 255).join(' '))
  return (
    <svg aria-hidden="true" width="0" height="0" style={{ position: 'absolute' }}>
      <filter id={id} colorInterpolationFilters="sRGB">
        <feComponentTransfer>
          <feFuncR type="table" tableValues={red} />
          <feFuncG type="table" tableValues={green} />
          <feFuncB type="table" tableValues={blue} />
        </feComponentTransfer>
      </filter>
    </svg>
  )
}
