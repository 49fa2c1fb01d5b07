/** The places of one field on a blank: what is asked of them is done whole or not at all. */
import { PDFCheckBox, type PDFDocument, PDFDropdown, type PDFFont, PDFRadioGroup, type PDFTextField } from 'pdf-lib'
import { isTicked } from '../../../rules/anchor-map.ts'
import type { Text } from '../../../rules/schema.ts'
import { Failure } from '../failure.ts'
import { type Anchor, type AnchorMap, anchorMapPath, type FormChoice } from './anchor-map.ts'
import { anchorsByField, anchorWriter, drawTick, fitAnchor } from './fill-anchors.ts'
import { plannedField, textFieldsByName } from './fill-fields.ts'
import { type EmbeddedFonts, missingInChinese } from './fonts.ts'
import type { FormFacts } from './form-report.ts'
import { acroFormOf } from './open-blank.ts'
import { cleanText } from './text.ts'

/** `no-box`: there are boxes to tick, and none of them is for this text. */
export type Put = 'written' | 'too-long' | 'no-box'

export interface Place {
  /** Characters that this place cannot show: the field of a PDF form has one font, the Chinese one. */
  lacks(text: string): string[]
  put(text: string): Put
  /** Of a table of domains: how many there is room for; null: it is no table. */
  rooms: number | null
  /** Writes these rows, as many as there is room for. `more`: what the last room says instead of a domain. */
  putRows(rows: NonNullable<FormFacts['rows']>, more: string | null): Put
}

export interface Writing {
  document: PDFDocument
  map: AnchorMap | null
  definition: FormFacts['definition']
  fonts: EmbeddedFonts
  font: PDFFont
  /** The blank's name, for messages. */
  name: string
}

/** Where each field can be written on this blank. Fails with `input.invalid` where the map names what is not there. */
export function placesOf(writing: Writing): Map<string, Place> {
  const { document, map, definition, name } = writing
  const anchors = map ? anchorsByField(map, definition, document, name) : new Map<string, Anchor[]>()
  const texts = mapped(textFieldsByName(document), (field) => [fieldWriter(field, writing)])
  const lists = mapped(dropdownsByName(document), (field) => [listWriter(field)])
  const choices = choicesOf(writing)
  const places = new Map<string, Place>()
  for (const { id, kind } of definition.fields) {
    if (kind === 'hand') continue
    const marked = anchors.get(id) ?? []
    const fieldName = map?.formFields[id] ?? id
    const writers = [
      ...(marked.length > 0 ? [anchorsWriter(marked, writing)] : []),
      ...(texts.get(fieldName) ?? lists.get(fieldName) ?? []),
      ...boxesWriter(choices.filter(({ field }) => field === id)),
    ]
    if (writers.length === 0) continue
    const rowAnchors = marked.filter(({ row }) => row !== undefined)
    places.set(id, placeOf(writers, rowAnchors, writing))
  }
  return places
}

function mapped<One, Other>(entries: ReadonlyMap<string, One>, change: (one: One) => Other): Map<string, Other> {
  return new Map([...entries].map(([key, one]) => [key, change(one)]))
}

/** One way to write a field: first whether it can be, then doing it. */
interface Writer {
  lacks(text: string): string[]
  plan(text: string): { problem: Put } | { write(): void }
}

function placeOf(writers: readonly Writer[], rowAnchors: readonly Anchor[], writing: Writing): Place {
  const rooms = rowAnchors.length === 0 ? null : new Set(rowAnchors.map(({ row }) => row)).size
  return {
    lacks: (text) => [...new Set(writers.flatMap((writer) => writer.lacks(text)))],
    rooms,
    put: (text) => {
      const plans = writers.map((writer) => writer.plan(text))
      const problem = plans.find((plan) => 'problem' in plan)
      if (problem && 'problem' in problem) return problem.problem
      for (const plan of plans) if ('write' in plan) plan.write()
      return 'written'
    },
    putRows: (rows, more) => putRows(rowAnchors, rows, more, writing),
  }
}

function anchorsWriter(anchors: readonly Anchor[], { document, fonts }: Writing): Writer {
  const draw = anchorWriter(fonts)
  const boxes = anchors.filter(({ ticks }) => ticks !== undefined)
  const texts = anchors.filter(({ ticks, row }) => ticks === undefined && row === undefined)
  return {
    lacks: () => [],
    plan: (text) => {
      const ticked = boxes.filter(({ ticks = [] }) => isTicked(ticks, text))
      if (boxes.length > 0 && texts.length === 0 && ticked.length === 0) return { problem: 'no-box' }
      const fitted = texts.map((anchor) => ({ anchor, fit: fitAnchor(text, anchor) }))
      if (fitted.some(({ fit }) => fit === null)) return { problem: 'too-long' }
      return {
        write: () => {
          for (const { anchor, fit } of fitted) if (fit) draw(document.getPage(anchor.page), anchor, fit)
          for (const anchor of ticked) drawTick(document.getPage(anchor.page), anchor)
        },
      }
    },
  }
}

function fieldWriter(field: PDFTextField, { font }: Writing): Writer {
  return {
    lacks: missingInChinese,
    plan: (text) => {
      const write = plannedField(field, text, font)
      return write ? { write } : { problem: 'too-long' }
    },
  }
}

function listWriter(field: PDFDropdown): Writer {
  return {
    lacks: () => [],
    plan: (text) => (field.getOptions().includes(text) ? { write: () => field.select(text) } : { problem: 'no-box' }),
  }
}

type Box = FormChoice & { box: PDFCheckBox | PDFRadioGroup }

function boxesWriter(boxes: readonly Box[]): Writer[] {
  if (boxes.length === 0) return []
  const plan: Writer['plan'] = (text) => {
    const ticked = boxes.filter(({ ticks }) => isTicked(ticks, text))
    if (ticked.length === 0) return { problem: 'no-box' }
    const write = () => {
      for (const { box, value = '' } of ticked) {
        if (box instanceof PDFCheckBox) box.check()
        else box.select(value)
      }
    }
    return { write }
  }
  return [{ lacks: () => [], plan }]
}

function dropdownsByName(document: PDFDocument): Map<string, PDFDropdown> {
  if (!acroFormOf(document)) return new Map()
  const fields = document.getForm().getFields()
  return new Map(fields.flatMap((field) => (field instanceof PDFDropdown ? [[field.getName(), field]] : [])))
}

/** The boxes of a PDF form that the map names. */
function choicesOf({ map, document, name }: Writing): Box[] {
  if (!map || map.formChoices.length === 0) return []
  const fields = acroFormOf(document) ? document.getForm().getFields() : []
  return map.formChoices.map((choice, index) => {
    const box = fields.find((field) => field.getName() === choice.name)
    const known = box instanceof PDFRadioGroup ? box.getOptions().includes(choice.value ?? '') : true
    if ((box instanceof PDFCheckBox || box instanceof PDFRadioGroup) && known) return { ...choice, box }
    const expected: Text = { zh: '应为：空白表里的勾选框', en: 'expected a check box or radio button of the blank' }
    throw new Failure('input.invalid', { file: anchorMapPath(name), path: `formChoices[${index}].name`, expected })
  })
}

function putRows(
  anchors: readonly Anchor[],
  rows: NonNullable<FormFacts['rows']>,
  more: string | null,
  { document, fonts }: Writing,
): Put {
  const draw = anchorWriter(fonts)
  const numbers = [...new Set(anchors.map(({ row = 0 }) => row))].sort((one, other) => one - other)
  const cells = numbers.flatMap((number, at) => {
    const isLast = more !== null && at === numbers.length - 1
    return anchors
      .filter(({ row }) => row === number)
      .flatMap((anchor) => {
        const own = cleanText(rows[at]?.[anchor.column ?? ''] ?? '')
        const text = isLast ? (anchor.column === 'name' ? more : '') : own
        return text === '' ? [] : [{ anchor, fit: fitAnchor(text, anchor) }]
      })
  })
  if (cells.some(({ fit }) => fit === null)) return 'too-long'
  for (const { anchor, fit } of cells) if (fit) draw(document.getPage(anchor.page), anchor, fit)
  return 'written'
}
