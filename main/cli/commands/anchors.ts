/** The library of blanks, and the places on them. */
import type { BlankDetail, SuggestionView } from '../../../preload/blank-views.ts'
import { Anchor, type Places, type WrittenAnchor } from '../../../rules/anchor-map.ts'
import { Failure } from '../../engine/failure.ts'
import type { Corners } from '../arguments.ts'
import { type Asked, dataFolder, fromTyped, type Outcome } from '../asked.ts'
import { blankNamed } from '../blank-words.ts'
import { asTask, call } from '../engine.ts'
import { blankText, checkText, listText, suggestionsText, takenText } from '../text/anchors.ts'
import { sayIn } from '../text/say.ts'

interface DataOption {
  data?: string
}

export interface TakeOptions extends DataOption {
  form: string
  edition: string
  title?: string
  provider?: string
  province?: string
  corners?: Corners
}

export interface PlaceOptions extends DataOption {
  page?: number
  at?: number[]
  boxes?: number
  ticks?: string
  row?: number
  column?: string
  size?: number
  align?: 'left' | 'center' | 'right'
  formField?: string
  remove?: boolean
}

export async function list(asked: Asked, options: DataOption): Promise<Outcome> {
  const blanks = await call('blank/list', {}, dataFolder(options))
  return { json: blanks, text: () => listText(blanks, sayIn(asked.language)) }
}

export async function add(asked: Asked, file: string, options: TakeOptions): Promise<Outcome> {
  const { form, edition, title = null, provider = null, province = null, corners = null } = options
  await refuseUnknownOwner(options, dataFolder(options))
  const job = { path: fromTyped(file), form, edition, title, provider, province, corners, on: asked.on }
  const blank = await asTask((task) => call('blank/take-in', { task, ...job }, dataFolder(options)))
  return { json: blank, text: () => takenText(blank, sayIn(asked.language)) }
}

/** Fails with `provider.unknown` and `input.usage`: a blank of nobody would never be offered. */
async function refuseUnknownOwner({ provider, province }: Pick<TakeOptions, 'provider' | 'province'>, folder: string) {
  const { providers, provinces } = await call('catalog/get', {}, folder)
  const known = providers.map(({ id }) => id)
  if (provider !== undefined && !known.includes(provider)) {
    throw new Failure('provider.unknown', { provider, known: known.join(', ') })
  }
  const codes = provinces.map(({ code }) => code)
  if (province === undefined || codes.includes(province)) return
  const list = codes.join(' ')
  const zh = `--province 应为：两位省级行政区代码（${list}），现在是 ${province}`
  const en = `--province: expected two digits of GB/T 2260 (${list}), found ${province}`
  throw new Failure('input.usage', { detail: { zh, en } })
}

export async function show(asked: Asked, word: string, options: DataOption): Promise<Outcome> {
  const blank = await blankNamed(word, options)
  return shown(asked, await call('blank/get', { blank: blank.id }))
}

function shown(asked: Asked, detail: BlankDetail): Outcome {
  return { json: detail, text: () => blankText(detail, sayIn(asked.language)) }
}

export async function suggest(asked: Asked, word: string, options: DataOption & { take?: boolean }): Promise<Outcome> {
  const { id, revision } = await blankNamed(word, options)
  const found = await call('blank/suggest', { blank: id })
  const detail = await call('blank/get', { blank: id })
  if (!options.take) return { json: found, text: () => suggestionsText(found, detail, sayIn(asked.language)) }
  await call('blank/place', { blank: id, revision, places: withSuggestions(detail.places, found) })
  return shown(asked, await call('blank/get', { blank: id }))
}

function withSuggestions(places: Places, found: readonly SuggestionView[]): Places {
  const fields = found.flatMap(({ field, formField }) => (formField === null ? [] : [[field, formField]]))
  return {
    ...places,
    anchors: [...places.anchors, ...found.flatMap(({ anchor }) => anchor ?? [])],
    formFields: { ...places.formFields, ...Object.fromEntries(fields) },
  }
}

export async function place(asked: Asked, word: string, field: string, options: PlaceOptions): Promise<Outcome> {
  const { id, revision, formTitle } = await blankNamed(word, options)
  const { places, fields } = await call('blank/get', { blank: id })
  if (!fields.some((known) => known.id === field)) {
    throw new Failure('blank.field-unknown', {
      form: formTitle,
      field,
      known: fields.map((known) => known.id).join(' '),
    })
  }
  const next = options.remove ? without(places, field) : withPlace(places, field, options)
  await call('blank/place', { blank: id, revision, places: next })
  return shown(asked, await call('blank/get', { blank: id }))
}

function without({ anchors, formFields, formChoices }: Places, field: string): Places {
  const { [field]: _, ...others } = formFields
  const kept = <Part extends { field: string }>(parts: readonly Part[]) => parts.filter((part) => part.field !== field)
  if (
    kept(anchors).length + kept(formChoices).length === anchors.length + formChoices.length &&
    !(field in formFields)
  ) {
    throw new Failure('blank.no-place', { field })
  }
  return { anchors: kept(anchors), formFields: others, formChoices: kept(formChoices) }
}

function withPlace(places: Places, field: string, options: PlaceOptions): Places {
  const { at, formField } = options
  if (formField !== undefined) return { ...places, formFields: { ...places.formFields, [field]: formField } }
  if (!at)
    throw new Failure('input.usage', {
      detail: {
        zh: '请用 --at 给出位置，或用 --form-field 给出表单域',
        en: 'give the place with --at, or a form field with --form-field',
      },
    })
  const checked = Anchor.safeParse(anchorTyped(field, at, options))
  if (checked.success) return { ...places, anchors: [...places.anchors, checked.data] }
  const { path = [], message = '' } = checked.error.issues[0] ?? {}
  throw new Failure('input.usage', { detail: `${path.join('.')}: ${message}` })
}

function anchorTyped(field: string, at: readonly number[], options: PlaceOptions): WrittenAnchor {
  const { page = 1, boxes, ticks, row, column, size, align } = options
  const [x = 0, y = 0, width = 0, height = 0] = at
  return {
    field,
    page: page - 1,
    x,
    y,
    width,
    height,
    ...(boxes !== undefined && { boxes }),
    ...(ticks !== undefined && { ticks: ticks.split(/[,，]/) }),
    ...(row !== undefined && { row: row - 1 }),
    ...(column !== undefined && { column }),
    ...(size !== undefined && { size }),
    ...(align !== undefined && { align }),
  }
}

/** For the provider of the blank, or the one that is named; `off`: on our own sheet again. */
export async function choose(
  asked: Asked,
  word: string,
  options: DataOption & { provider?: string; off?: boolean },
): Promise<Outcome> {
  const { id, form, title, province, provider: own } = await blankNamed(word, options)
  const provider = options.provider ?? own
  if (provider === null) {
    const detail = {
      zh: '这份空白表不属于某一家接入商，请用 --provider 说明',
      en: 'this blank is of no one provider: name it with --provider',
    }
    throw new Failure('input.usage', { detail })
  }
  await refuseUnknownOwner({ provider }, dataFolder(options))
  await call('blank/choose', { provider, province, form, blank: options.off ? null : id })
  const say = sayIn(asked.language)
  const json = { provider, province, form, blank: options.off ? null : id }
  const text = options.off
    ? say(`${provider} 的这种文书改回自己的版式`, `For ${provider} this paper is written on our own sheet again`)
    : say(`${provider} 的这种文书以后填在“${title}”上`, `For ${provider} this paper is written on ${title} from now on`)
  return { json, text: () => text }
}

export async function exportBlank(asked: Asked, word: string, options: DataOption & { out: string }): Promise<Outcome> {
  const blank = await blankNamed(word, options)
  const done = await call('blank/export', { blank: blank.id, out: fromTyped(options.out) })
  const say = sayIn(asked.language)
  return { json: done, text: () => say(`已写出 ${done.out}`, `Written to ${done.out}`) }
}

export async function importBlank(
  asked: Asked,
  file: string,
  options: DataOption & { replace?: boolean },
): Promise<Outcome> {
  const job = { path: fromTyped(file), replace: options.replace ?? false, on: asked.on }
  const blank = await call('blank/import', job, dataFolder(options))
  return { json: blank, text: () => takenText(blank, sayIn(asked.language)) }
}

export async function check(asked: Asked, file: string, { map }: { map?: string }): Promise<Outcome> {
  const found = await call('file/check-blank', {
    path: fromTyped(file),
    map: map === undefined ? null : fromTyped(map),
  })
  return { json: found, text: () => checkText(found, sayIn(asked.language)), blocked: found.unplaced.length > 0 }
}

export async function remove(asked: Asked, word: string, options: DataOption): Promise<Outcome> {
  const blank = await blankNamed(word, options)
  await call('blank/remove', { blank: blank.id })
  const say = sayIn(asked.language)
  return { json: blank, text: () => say(`已删除“${blank.title}”`, `${blank.title} was removed`) }
}
