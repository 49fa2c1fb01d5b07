/** All that is measured on a picture when it comes in: decoded twice, once whole and once small. */
import type { Measurements } from '../../../rules/answers.ts'
import { adjustedSize } from './adjust.ts'
import { render, scaleCorners } from './apply.ts'
import { type Found, findCornersIn } from './corners.ts'
import { type PictureData, type PictureInfo, probe, type Raster, type Size } from './decode.ts'
import { MEASURED_SIDE, measure } from './measure.ts'
import { warp } from './warp.ts'

export interface Examined extends Found {
  info: PictureInfo
  /** Of the document when it was found, else of the whole picture: a table's colours say nothing about a paper. */
  measurements: Measurements
}

/** The untouched original. Fails with what `probe` fails with: afterwards the file is known to be sound. */
export async function examine(picture: PictureData, name: string): Promise<Examined> {
  const info = await probe(picture, name)
  const raster = await render(picture, name, [], { side: MEASURED_SIDE })
  const found = await findCornersIn(raster, info)
  return { info, ...found, measurements: measure(await documentIn(raster, found, info)) }
}

async function documentIn(raster: Raster, { corners, aspect }: Found, full: Size): Promise<Raster> {
  if (!corners) return raster
  const shown = scaleCorners(corners, full, raster)
  const straighten = { kind: 'straighten', corners: shown, ...(aspect === null ? {} : { aspect }) } as const
  return warp(raster, shown, adjustedSize(raster, [straighten], ''))
}
