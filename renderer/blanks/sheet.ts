/** A photo or scan that may become a blank: what it shows, and the corners of its sheet. */
import { useEffect, useState } from 'react'
import { isClockwise } from '../../rules/geometry.ts'
import type { Corners } from '../../rules/schema.ts'
import { ask } from '../bridge.ts'
import { useDeed } from '../calls.ts'

/** `sheet` stays undefined until it has been looked at, and null where the file is no picture. */
export function useSheet(path: string | undefined) {
  const { start, result: sheet, error, running } = useDeed((file: string) => ask('blank/look', { path: file }))
  const [corners, setCorners] = useState<Corners | null>(null)
  useEffect(() => {
    if (path !== undefined) start(path)
  }, [path, start])
  // What is only offered is taken because the person has seen it.
  const seen = sheet?.sure === false ? sheet.corners : null
  return {
    sheet,
    error,
    looking: running,
    corners,
    setCorners,
    crossing: corners !== null && !isClockwise(corners),
    /** null: as they are found when it comes in. */
    chosen: corners ?? seen,
  }
}
