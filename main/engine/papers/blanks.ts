/** Calls on the library of blanks. */
import type { BlankDetail, RuledView, SuggestionView } from '../../../preload/blank-views.ts'
import type { Checked, Output } from '../../../preload/contract.ts'
import { Anchor, noPlaces, type Places, placedFields } from '../../../rules/anchor-map.ts'
import type { FormId } from '../../../rules/answers.ts'
import type { CallContext, Handlers } from '../dispatch.ts'
import { Failure } from '../failure.ts'
import { previewJpeg } from '../imaging/preview.ts'
import { formDefinition } from '../pdf/form-definition.ts'
import { blankFile, changeBlank, chooseBlank, getBlank, insertBlank, listBlanks, removeBlank } from '../store/blanks.ts'
import { getFiling } from '../store/filings.ts'
import type { Store } from '../store/store.ts'
import { blankSent, checkBlankFile, exportBlank, importBlank, mapBeside } from './blank-files.ts'
import { lookAtBlank, takeBlankIn } from './blank-intake.ts'
import { blankDetail, blankOf, blankView, chosenFor, mapOf } from './blank-library.ts'
import { fillForm } from './forms.ts'

type BlankCalls = Extract<keyof Handlers, `blank/${string}` | 'file/check-blank' | 'file/chosen-blanks'>
type Open = () => Promise<Store>

export function blankHandlers(open: Open): Pick<Handlers, BlankCalls> {
  return {
    'blank/list': async () => listBlanks(await open()).map(blankView),
    'blank/look': ({ path }) => lookAtBlank(path),
    'blank/take-in': async (input, context) => takeIn(await open(), input, context),
    'blank/get': async ({ blank }, { rules }) => detailOf(await open(), blank, rules),
    'blank/page': async ({ blank, page, side }) => pictureOf(await open(), blank, page, side),
    'blank/ruled': async ({ blank, page }) => ruledOf(await open(), blank, page),
    'blank/suggest': async ({ blank }, context) => suggestionsFor(await open(), blank, context),
    'blank/preview': async (input, context) => previewOf(await open(), input, context),
    'blank/place': async ({ blank, revision, places }) => placeFields(await open(), blank, revision, places),
    'blank/describe': async ({ blank, revision, ...change }) =>
      blankView(changeBlank(await open(), blank, revision, change)),
    'blank/remove': async ({ blank }) => {
      removeBlank(await open(), blank)
      return {}
    },
    'blank/export': async ({ blank, out }) => exportBlank(await open(), blank, out),
    'blank/import': async (input) => blankView(await importBlank(await open(), input)),
    'blank/choose': async ({ blank, form, ...whose }) => {
      const store = await open()
      if (blank !== null) blankOf(store, getBlank(store, blank))
      chooseBlank(store, { provider: whose.provider ?? '', province: whose.province ?? '', form }, blank)
      return {}
    },
    'file/check-blank': ({ path, map }) => checkBlankFile(path, map),
    'file/chosen-blanks': async ({ filing }) =>
      Object.fromEntries(chosenFor(await open(), filing).map(({ form, id }) => [form, id])),
  }
}

async function takeIn(
  store: Store,
  { path, form, title, edition, provider, province, corners, on }: Checked<'blank/take-in'>,
  { signal }: CallContext,
): Promise<Output<'blank/take-in'>> {
  const definition = formDefinition(form)
  const taken = await takeBlankIn(path, { corners, on, signal })
  const beside = taken.kind === 'flat' ? await mapBeside(path) : null
  const sent = await blankSent(taken, { form: definition.id, map: beside, path })
  if (signal.aborted) throw new Failure('task.cancelled')
  const whose = { title: title ?? definition.title.zh, edition, provider, province }
  return blankView(insertBlank(store, { ...sent.blank, ...whose }, sent.pdf))
}

function detailOf(store: Store, id: string, rules: CallContext['rules']): Promise<BlankDetail> {
  return blankDetail(store, getBlank(store, id), rules)
}

async function pictureOf(store: Store, id: string, page: number, side: number): Promise<Output<'blank/page'>> {
  const blank = getBlank(store, id)
  const { renderPage } = await import('../pdf/render.ts')
  return previewJpeg(await renderPage(blankFile(store, blank), page, side, blank.title), side)
}

async function ruledOf(store: Store, id: string, page: number): Promise<RuledView> {
  const blank = getBlank(store, id)
  const { blankPage } = await import('../pdf/blank-pages.ts')
  const { tickBoxes } = await import('../pdf/suggest.ts')
  const seen = await blankPage(blankFile(store, blank), page, blank.title)
  return { ...seen.ruled, squares: tickBoxes(seen) }
}

/** For the fields that have no place yet. */
async function suggestionsFor(store: Store, id: string, { rules }: CallContext): Promise<SuggestionView[]> {
  const blank = getBlank(store, id)
  const { fields, places } = await blankDetail(store, blank, rules)
  const placed = placedFields(places)
  const asked = fields.map((field) => ({ ...field, title: field.title.zh, rows: field.columns.length > 0 }))
  const { suggestFor } = await import('../pdf/blank-pages.ts')
  const found = await suggestFor(blankFile(store, blank), blank.title, asked)
  return found
    .filter(({ field }) => !placed.has(field))
    .map(({ field, label, anchor, formField = null }) => ({
      field,
      label,
      anchor: anchor ? Anchor.parse(anchor) : null,
      formField,
    }))
}

/** A map that names what is not on the blank is refused before it is kept. */
async function placeFields(store: Store, id: string, revision: number, places: Places) {
  const blank = getBlank(store, id)
  const { checkMap } = await import('../pdf/check-map.ts')
  await checkMap(blankFile(store, blank), mapOf(blank, places), blank.title)
  return blankView(changeBlank(store, id, revision, { places }))
}

async function previewOf(
  store: Store,
  { blank: id, places, filing, service, on, page, side }: Checked<'blank/preview'>,
  { rules }: CallContext,
): Promise<Output<'blank/preview'>> {
  const stored = getBlank(store, id)
  if (placedFields(places).size === 0) return pictureOf(store, id, page, side)
  const blank = blankOf(store, stored, places)
  const { renderPage } = await import('../pdf/render.ts')
  const { pdf } =
    filing === null
      ? await nameFields(stored.form, blank, on)
      : await fillForm(
          { form: stored.form, filing: getFiling(store, filing).filing, service, on, blank, partial: true },
          rules,
        )
  return previewJpeg(await renderPage(pdf, page, side, stored.title), side)
}

/** The blank with the name of each field at its place: what goes where. */
async function nameFields(form: FormId, blank: ReturnType<typeof blankOf>, on: Checked<'blank/preview'>['on']) {
  const definition = formDefinition(form)
  const values = Object.fromEntries(definition.fields.map(({ id, title }) => [id, title.zh]))
  const rows = blankRows(blank.map ?? noPlaces)
  const { fillBlank } = await import('../pdf/fill.ts')
  return fillBlank({ ...blank, blank: blank.bytes, definition, values, rows, handPlaces: [], on })
}

function blankRows({ anchors }: Pick<Places, 'anchors'>): Record<string, string>[] {
  const last = Math.max(-1, ...anchors.map(({ row = -1 }) => row))
  return Array.from({ length: last + 1 }, (_, at) => ({ name: `域名${at + 1}`, registrar: '注册商' }))
}
