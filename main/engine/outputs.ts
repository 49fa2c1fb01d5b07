/** Calls that make something of a stored filing: a joined slot, a form, the package. */
import type { Checked, Output } from '../../preload/contract.ts'
import type { PackageResult } from '../../preload/views.ts'
import type { Rules } from '../../rules/catalog.ts'
import { checklist } from '../../rules/checklist.ts'
import { pictureName } from '../../rules/picture-name.ts'
import { slots } from '../../rules/slots.ts'
import { notMarked } from '../../rules/watermark.ts'
import { formList } from './catalog.ts'
import { saveWhole } from './disk/save-whole.ts'
import type { CallContext, Handlers } from './dispatch.ts'
import { Failure, textsOf } from './failure.ts'
import { groupByPlace, type PlacedPicture } from './filings/filing-pictures.ts'
import { previewJpeg } from './imaging/preview.ts'
import { makePackages } from './package/batch.ts'
import { makePackage } from './package/package.ts'
import { joinUpload, picturesIn, stitchResult } from './package/slots.ts'
import { blankOf, chosenBlanks, whoseFiling } from './papers/blank-library.ts'
import { guideFor, writeForms } from './papers/form-folder.ts'
import { type FormResult, fillForm, formStates } from './papers/forms.ts'
import { placeKey } from './pictures/pictures.ts'
import { sourceOf } from './pictures/stored-pictures.ts'
import { filingMark } from './pictures/watermarks.ts'
import { chosenBlank } from './store/blanks.ts'
import { recordExport } from './store/exports.ts'
import { getFiling } from './store/filings.ts'
import { type Image, listImages } from './store/images.ts'
import { readingIn } from './store/readings.ts'
import type { Store } from './store/store.ts'

type OutputCalls = Extract<keyof Handlers, `form/${string}` | `slot/${string}` | `package/${string}`>
type Open = () => Promise<Store>

/** @param rulesFolder whose imported rule pack speaks in the threads of a batch */
export function outputHandlers(open: Open, rulesFolder: string | null): Pick<Handlers, OutputCalls> {
  return {
    'slot/preview': async (input, context) => previewSlot(await open(), input, context),
    'form/list': formList,
    'form/asked': async (input, { rules }) => askedFormsOf(await open(), input, rules),
    'form/write-all': async (input, context) => writeAllForms(await open(), input, context),
    'form/guide': async ({ filing, on, out }, { rules }) => {
      const { pdf, pages } = await guideOfStored(await open(), filing, on, rules)
      await saveWhole(out, pdf)
      return { out, pages }
    },
    'form/guide-preview': async ({ filing, on, page, side }, { rules }) => {
      const { pdf, pages } = await guideOfStored(await open(), filing, on, rules)
      const { renderPage } = await import('./pdf/render.ts')
      return { ...(await previewJpeg(await renderPage(pdf, page, side), side)), pages }
    },
    'form/report': async (input, { rules }) => (await formOf(open, { ...input, partial: true }, rules)).report,
    'form/preview': async (input, { rules }) => {
      const { pdf } = await formOf(open, { ...input, partial: true }, rules)
      const { renderPage } = await import('./pdf/render.ts')
      return previewJpeg(await renderPage(pdf, input.page, input.side), input.side)
    },
    'form/write': async (input, { rules }) => writeForm(await open(), input, await formOf(open, input, rules), rules),
    'package/write': async (input, context) => writeFilingPackage(await open(), input, context),
    'package/write-all': async (input, context) => writePackages(await open(), input, rulesFolder, context),
  }
}

/** The placed ones of the pictures of a stored filing; those still in the tray are left out. */
function placedPictures(store: Store, images: readonly Image[]): PlacedPicture[] {
  return images.flatMap((image) => {
    const { place } = image
    if (!place) return []
    const reading = readingIn(store, image)
    return [{ place, source: { ...sourceOf(store, image), ...(reading && { reading }) } }]
  })
}

async function previewSlot(
  store: Store,
  { filing, slot: id, on }: Checked<'slot/preview'>,
  { signal, rules }: CallContext,
): Promise<Output<'slot/preview'>> {
  const { filing: data } = getFiling(store, filing)
  const slot = slots(checklist(data, on, rules), data, rules).find((candidate) => candidate.id === id)
  if (!slot) throw new Failure('slot.missing', { slot: id })
  const pictures = picturesIn(slot, groupByPlace(placedPictures(store, listImages(store, filing))), rules)
  const mark = filingMark(data, rules)
  const { joined, unmarked } = await joinUpload(slot, pictures, { rules, signal, watermark: mark.words })
  return {
    picture: joined.bytes,
    result: stitchResult(joined, slot.window),
    unmarked: unmarked ? notMarked(slot, slot.name, textsOf(unmarked)) : mark.finding,
  }
}

type FormInput = Pick<Checked<'form/write'>, 'filing' | 'form' | 'service' | 'on' | 'partial'>

/** On the blank that was chosen for it, else on our own sheet. */
async function formOf(open: Open, { filing, ...job }: FormInput, rules: Rules): Promise<FormResult> {
  const store = await open()
  const { filing: data } = getFiling(store, filing)
  const chosen = chosenBlank(store, { ...whoseFiling(data), form: job.form })
  return fillForm({ ...job, filing: data, blank: chosen ? blankOf(store, chosen) : null }, rules)
}

function guideOfStored(store: Store, filing: string, on: Checked<'form/guide'>['on'], rules: Rules) {
  const { filing: data } = getFiling(store, filing)
  return guideFor(data, on, rules, chosenBlanks(store, data))
}

async function askedFormsOf(
  store: Store,
  { filing, on }: Checked<'form/asked'>,
  rules: Rules,
): Promise<Output<'form/asked'>> {
  const { filing: data } = getFiling(store, filing)
  const pictures = groupByPlace(placedPictures(store, listImages(store, filing)))
  const blanks = chosenBlanks(store, data)
  const states = await formStates(data, { list: checklist(data, on, rules), on, blanks }, rules)
  return states.map((state) => {
    const places = [`services[${state.service}]`, 'subject'].map((place) =>
      placeKey({ material: state.material, for: place }),
    )
    return { ...state, pictures: places.reduce((sum, key) => sum + (pictures.get(key)?.length ?? 0), 0) }
  })
}

async function writeAllForms(
  store: Store,
  { filings, on, partial, out }: Checked<'form/write-all'>,
  context: CallContext,
): Promise<Output<'form/write-all'>> {
  const named = filings.map((id) => {
    const { filing } = getFiling(store, id)
    return { id, name: filing.subject?.name ?? id, filing, blanks: chosenBlanks(store, filing) }
  })
  const written = await writeForms({ filings: named, on, partial, out }, context)
  for (const filing of filings) {
    const files = written.files.filter((file) => file.filing === filing).map(({ name, bytes }) => ({ name, bytes }))
    if (files.length === 0) continue
    recordExport(store, { filing, kind: 'form', out, rulesVersion: context.rules.version, asOf: on, files })
  }
  return written
}

async function writeForm(
  store: Store,
  { filing, out, on }: Checked<'form/write'>,
  { pdf, report }: FormResult,
  rules: Rules,
): Promise<Output<'form/write'>> {
  await saveWhole(out, pdf)
  const files = [{ name: out, bytes: pdf.length }]
  recordExport(store, { filing, kind: 'form', out, rulesVersion: rules.version, asOf: on, files })
  return { out, ...report }
}

async function writeFilingPackage(
  store: Store,
  { filing, ...job }: Checked<'package/write'>,
  context: CallContext,
): Promise<Output<'package/write'>> {
  const result = await makePackage({ ...job, ...packageContents(store, filing) }, context)
  recordPackage(store, filing, result)
  return result
}

async function writePackages(
  store: Store,
  { filings, out, task: _task, ...job }: Checked<'package/write-all'>,
  rulesFolder: string | null,
  context: CallContext,
): Promise<Output<'package/write-all'>> {
  const batch = filings.map((filing) => {
    const contents = packageContents(store, filing)
    const name = contents.filing.subject?.name ?? filing
    return { filing, name, job: { ...job, ...contents, keepCopies: null } }
  })
  const written = await makePackages(out, batch, { rulesFolder, context })
  for (const { filing, result } of written.packages) if (result) recordPackage(store, filing, result)
  return written
}

function packageContents(store: Store, filing: string) {
  const { filing: data } = getFiling(store, filing)
  const images = listImages(store, filing)
  return {
    filing: data,
    pictures: placedPictures(store, images),
    unsorted: images.filter(({ place }) => place === null).map(pictureName),
    blanks: chosenBlanks(store, data),
  }
}

function recordPackage(store: Store, filing: string, { out, rulesVersion, asOf, files }: PackageResult): void {
  const named = files.map(({ name, bytes }) => ({ name, bytes }))
  recordExport(store, { filing, kind: 'package', out, rulesVersion, asOf, files: named })
}
