/** The pages that may come back signed, as they were printed: the paper that is asked for, and the others of the filing. */
import type { FormReport } from '../../../preload/form-views.ts'
import { type FormId, formIds } from '../../../rules/answers.ts'
import type { Rules } from '../../../rules/catalog.ts'
import type { Text } from '../../../rules/schema.ts'
import type { HandOnPage } from '../../../rules/signed-places.ts'
import { readWhole } from '../disk/local-files.ts'
import type { Raster } from '../imaging/decode.ts'
import type { HandRect } from '../imaging/signed/marks.ts'
import { PAGE_SIDE } from '../imaging/signed/register.ts'
import { formDefinition } from '../pdf/form-definition.ts'
import type { PlacedHand } from '../pdf/form-report.ts'
import { type FormResult, fillForm } from './forms.ts'
import type { SignedJob } from './signed.ts'

const printedLimitBytes = 50 * 1024 * 1024
const pointsPerMm = 72 / 25.4

export interface PrintedPaper {
  form: FormId
  service: number
  title: Text
  report: FormReport
  pages: PrintedPage[]
}

export interface PrintedPage {
  /** The first is 0. */
  page: number
  print: Raster
  pixelsPerMm: number
  hands: HandOnPage[]
  places: HandRect[]
}

/** Fails with what making the paper fails with, or reading the PDF. */
export async function printedPaper(job: SignedJob, rules: Rules): Promise<PrintedPaper> {
  const made = await fillForm({ ...job, partial: true }, rules)
  if (job.printed === null) return rendered(job, made)
  const pdf = await readWhole(job.printed, printedLimitBytes)
  const { countPages } = await import('../pdf/render.ts')
  const pages = await countPages(pdf, job.printed)
  const same = pages === made.report.pages
  return rendered(job, { pdf, places: same ? made.places : [], report: { ...made.report, pages } })
}

/** Made only when the paper that came back is not the one that is asked for. */
export type OtherPapers = () => Promise<PrintedPaper[]>

export function otherPapers(job: SignedJob, rules: Rules): OtherPapers {
  let made: Promise<PrintedPaper[]> | undefined
  const make = async (): Promise<PrintedPaper[]> => {
    const papers: PrintedPaper[] = []
    for (const form of formIds.filter((id) => id !== job.form)) {
      const other = { form, filing: job.filing, service: job.service, on: job.on, blank: null, partial: true }
      papers.push(await rendered({ ...job, form }, await fillForm(other, rules)))
    }
    return papers
  }
  return () => {
    made ??= make()
    return made
  }
}

async function rendered(
  { form, service, printed, blank }: Pick<SignedJob, 'form' | 'service' | 'printed' | 'blank'>,
  { pdf, places, report }: FormResult,
): Promise<PrintedPaper> {
  const { renderPage } = await import('../pdf/render.ts')
  const { id, title } = formDefinition(form)
  const pages: PrintedPage[] = []
  for (let page = 0; page < report.pages; page++) {
    const print = await renderPage(pdf, page, PAGE_SIDE, printed ?? blank?.name ?? form)
    pages.push({
      page,
      print,
      pixelsPerMm: print.pixelsPerPoint * pointsPerMm,
      ...handsOn(page, report, places, print),
    })
  }
  return { form: id, service, title, report, pages }
}

/** Where no places are known, all hands are looked for on the last page. */
function handsOn(
  page: number,
  { signing, pages }: FormReport,
  places: readonly PlacedHand[],
  { height, pixelsPerPoint }: { height: number; pixelsPerPoint: number },
): Pick<PrintedPage, 'hands' | 'places'> {
  const hands: HandOnPage[] = []
  const rects: HandRect[] = []
  for (const hand of signing.hands) {
    const own = places.filter(({ field }) => field === hand.field)
    const place = own.find((one) => one.page === page) ?? own[0]
    if ((place ? place.page : pages - 1) !== page) continue
    const rect = place && rectOf(place, hand.why, height, pixelsPerPoint)
    if (rect) rects.push(rect)
    const pixelsPerMm = pixelsPerPoint * pointsPerMm
    hands.push({
      hand,
      at: rect
        ? {
            x: rect.x / pixelsPerMm,
            y: rect.y / pixelsPerMm,
            width: rect.width / pixelsPerMm,
            height: rect.height / pixelsPerMm,
          }
        : null,
    })
  }
  return { hands, places: rects }
}

/** PDF counts from the bottom, pictures from the top. */
function rectOf(place: PlacedHand, why: HandRect['why'], height: number, scale: number): HandRect {
  const { field, x, y } = place
  return {
    field,
    why,
    x: x * scale,
    y: height - (y + place.height) * scale,
    width: place.width * scale,
    height: place.height * scale,
  }
}
