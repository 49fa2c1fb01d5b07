/** Blanks out of the library, as they are filled and as the window sees them. */
import type { BlankDetail, BlankField, BlankView } from '../../../preload/blank-views.ts'
import { type AnchorMap, anchorsFormat, type Places, placedFields } from '../../../rules/anchor-map.ts'
import type { FormId } from '../../../rules/answers.ts'
import type { Rules } from '../../../rules/catalog.ts'
import { fieldOptions } from '../../../rules/form-options.ts'
import type { Filing, Text } from '../../../rules/schema.ts'
import { Failure } from '../failure.ts'
import { formDefinition, formDefinitions } from '../pdf/form-definition.ts'
import { type FormField, tableColumns } from '../pdf/form-shape.ts'
import { blankFile, chosenBlank, getBlank, type StoredBlank } from '../store/blanks.ts'
import type { ReadStore } from '../store/store.ts'

/** A blank to fill. */
export interface Blank {
  bytes: Uint8Array
  /** For messages: its path, or its title in the library. */
  name: string
  /** null: the fields of its PDF form have our names. */
  map: AnchorMap | null
}

/** The blanks that were chosen for the papers of one filing; a form that is not there is written on our own sheet. */
export type ChosenBlanks = Readonly<Partial<Record<FormId, Blank>>>

export function mapOf({ form, edition, hash }: StoredBlank, places: Places): AnchorMap {
  return { format: anchorsFormat, form, edition, blank: hash, ...places }
}

/** Fails with `blank.not-placed` where nothing could be written on it. */
export function blankOf(store: ReadStore, stored: StoredBlank, places = stored.places): Blank {
  if (placedFields(places).size === 0) throw new Failure('blank.not-placed', { title: stored.title })
  return { bytes: blankFile(store, stored), name: stored.title, map: mapOf(stored, places) }
}

/** Fails with `blank.missing`, `blank.other-form` and `blank.not-placed`. */
export function blankById(store: ReadStore, id: string, form: string): Blank {
  const stored = getBlank(store, id)
  if (stored.form !== form) throw new Failure('blank.other-form', { title: stored.title })
  return blankOf(store, stored)
}

/** For whom choices are looked up. */
export function whoseFiling({ provider = '', province = '' }: Filing) {
  return { provider, province }
}

/** What was chosen for the forms of a filing. */
export function chosenFor(store: ReadStore, filing: Filing): StoredBlank[] {
  const whose = whoseFiling(filing)
  return formDefinitions.flatMap(({ id }) => chosenBlank(store, { ...whose, form: id }) ?? [])
}

/** The same with their bytes, to be filled. Fails with `blank.not-placed`. */
export function chosenBlanks(store: ReadStore, filing: Filing): ChosenBlanks {
  return Object.fromEntries(chosenFor(store, filing).map((stored) => [stored.form, blankOf(store, stored)]))
}

/** The same of filings that are files. `library`: whether the choices made for stored filings count for them too. */
export async function choices(
  open: () => Promise<ReadStore>,
  library: boolean,
): Promise<(filing: Filing) => ChosenBlanks> {
  if (!library) return () => ({})
  const store = await open()
  return (filing) => chosenBlanks(store, filing)
}

export function blankView({ source: _, places, ...stored }: StoredBlank): BlankView {
  const definition = formDefinition(stored.form)
  const written = definition.fields.filter(({ kind }) => kind !== 'hand').map(({ id }) => id)
  const placed = placedFields(places)
  return {
    ...stored,
    formTitle: definition.title,
    placed: written.filter((id) => placed.has(id)).length,
    fields: written.length,
  }
}

export async function blankDetail(store: ReadStore, stored: StoredBlank, rules: Rules): Promise<BlankDetail> {
  const { blankInfo } = await import('../pdf/blank-pages.ts')
  const { pages, formFields } = await blankInfo(blankFile(store, stored), stored.title)
  const { fields } = formDefinition(stored.form)
  return {
    view: blankView(stored),
    pages,
    fields: fields.map((field) => fieldView(field, rules)),
    formFields,
    places: stored.places,
  }
}

function fieldView(field: FormField, { tables }: Rules): BlankField {
  const { id, title, kind } = field
  const rows = field.kind === 'table' || id === 'domains'
  return {
    id,
    title,
    kind,
    hint: 'hint' in field ? field.hint : { zh: '', en: '' },
    optional: 'optional' in field && field.optional === true,
    options: kind === 'text' ? fieldOptions(id, tables) : [],
    columns: rows ? tableColumns.map((column) => ({ id: column, title: columnTitles[column] })) : [],
  }
}

const columnTitles: Record<(typeof tableColumns)[number], Text> = {
  name: { zh: '域名', en: 'Domain' },
  registrar: { zh: '域名注册商', en: 'Registrar' },
  registrant: { zh: '域名持有人', en: 'Registrant' },
  relation: { zh: '与主办者的关系', en: 'Relation to the organizer' },
  certificate: { zh: '持有人证件号码', en: "Number of the registrant's certificate" },
  expires: { zh: '到期日', en: 'Expires' },
}
