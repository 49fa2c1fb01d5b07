/** One picture of a signed page: which page it is, how it lies in the picture, and what is wrong with it. */

import type { ShownPlace, SignedPageView } from '../../../preload/signed-views.ts'
import type { Rules } from '../../../rules/catalog.ts'
import { clampedCorners } from '../../../rules/geometry.ts'
import type { Corners, Text } from '../../../rules/schema.ts'
import { isOtherEdition, judgeSignedPage } from '../../../rules/signed.ts'
import type { SignedMeasures } from '../../../rules/signed-measures.ts'
import { render } from '../imaging/apply.ts'
import type { PictureData, Raster, Size } from '../imaging/decode.ts'
import { probe } from '../imaging/probe.ts'
import { type PageMap, rescaled, toPicture } from '../imaging/signed/page-map.ts'
import { readSigned } from '../imaging/signed/read-signed.ts'
import { register } from '../imaging/signed/register.ts'
import type { OtherPapers, PrintedPage, PrintedPaper } from './signed-papers.ts'

/** Pixels of a picture's long side: an A4 page that fills most of it has 200 dots an inch. */
const READ_SIDE = 2600

interface FoundPage {
  paper: PrintedPaper
  page: PrintedPage
  map: PageMap
  matched: number
  measures: SignedMeasures
}

/** Null: it is none of these papers. Fails with `image.*` when the bytes are no picture. */
export async function findPage(
  data: PictureData,
  file: string,
  asked: PrintedPaper,
  others: OtherPapers,
  rules: Rules,
): Promise<SignedPageView | null> {
  const full = await probe(data, file)
  const picture = await render(data, file, [], { side: READ_SIDE })
  const own = await foundAmong(picture, [asked], { byFeatures: true })
  const limits = rules.tables.signedLimits
  if (own && !isOtherEdition(own.measures, limits)) return viewOf(file, own, null, { full, picture }, rules)
  // Where the picture has a clear page, the outline that led to it leads to the other papers too.
  const other = await foundAmong(picture, await others(), { byFeatures: own === null })
  const isOther = other && !isOtherEdition(other.measures, limits)
  if (isOther) return viewOf(file, other, other.paper.title, { full, picture }, rules)
  return own && viewOf(file, own, null, { full, picture }, rules)
}

async function foundAmong(
  picture: Raster,
  papers: readonly PrintedPaper[],
  how: { byFeatures: boolean },
): Promise<FoundPage | null> {
  const all = papers.flatMap((paper) => paper.pages.map((page) => ({ paper, page })))
  const found = await register(
    picture,
    all.map(({ page }) => page),
    how,
  )
  const which = found && all[found.index]
  if (!which) return null
  const measures = await readSigned(picture, found.map, which.page)
  return { ...which, map: found.map, matched: found.matched, measures }
}

interface Sizes {
  /** Of the upright original. */
  full: Size
  picture: Size
}

function viewOf(file: string, found: FoundPage, otherPaper: Text | null, sizes: Sizes, rules: Rules): SignedPageView {
  const { paper, page, map, matched, measures } = found
  const { report } = paper
  const { places, findings } = judgeSignedPage(
    {
      file,
      hands: page.hands,
      measures,
      open: report.left.some(({ why }) => why === 'compose' || why === 'unknown'),
      isPreparation: report.kind === 'preparation-sheet',
      otherPaper,
    },
    rules,
  )
  const { width, height } = page.print
  const corners = cornersIn(map, sizes)
  return {
    file,
    role: { form: paper.form, service: paper.service, page: page.page, pages: report.pages, title: paper.title },
    turned: turnedBy(map),
    corners: clampedCorners(corners, sizes.full, MOST_OUTSIDE),
    aspect: width / height,
    matched: Math.round(matched * 1000) / 1000,
    places: places.map((place): ShownPlace => ({ ...place, frame: frameOf(page, place.field) })),
    findings,
  }
}

/** Share of the picture by which a corner may lie outside and still be drawn to its rim. */
const MOST_OUTSIDE = 0.03

function cornersIn(map: PageMap, { full, picture }: Sizes): Corners {
  const { width, height } = map.page
  const whole = rescaled(map, map.page, full.width / picture.width)
  const corner = (x: number, y: number) => toPicture(whole, [x, y])
  return [corner(-0.5, -0.5), corner(width - 0.5, -0.5), corner(width - 0.5, height - 0.5), corner(-0.5, height - 0.5)]
}

/** The page's upper edge runs to the right, down, to the left or up in the picture. */
function turnedBy(map: PageMap): SignedPageView['turned'] {
  const { width, height } = map.page
  const [from, to] = [toPicture(map, [0, height / 2]), toPicture(map, [width, height / 2])]
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 180
  return dy >= 0 ? 270 : 90
}

function frameOf({ places, print }: PrintedPage, field: string): ShownPlace['frame'] {
  const place = places.find((one) => one.field === field)
  if (!place) return null
  return {
    x: place.x / print.width,
    y: place.y / print.height,
    width: place.width / print.width,
    height: place.height / print.height,
  }
}
