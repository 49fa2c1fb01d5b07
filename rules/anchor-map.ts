/**
 * Where on one blank each text goes: `beiqi-anchors/1`. The map belongs to one file, whose SHA-256 it carries: another
 * edition of the blank has its lines elsewhere.
 */
import { z } from 'zod'
import { FormId } from './answers.ts'
import { Slug } from './schema.ts'

/** Points (1/72 inch) from the bottom left of the page as a reader sees it, its turn obeyed. */
const Points = z.number().min(0).max(14_400)

/** Texts at which a box is ticked: one of them is the field's text, or a part of it where it is a list ("论坛、博客"). */
const Ticks = z.array(z.string().trim().min(1).max(100)).min(1).max(50)

/** A rectangle of a page. Text never leaves it. */
export const Anchor = z
  .strictObject({
    field: Slug,
    /** The first page is 0. */
    page: z.number().int().min(0).max(99),
    x: Points,
    y: Points,
    width: Points.min(1),
    height: Points.min(1),
    /** Wished size; a longer text is written smaller, down to `minSize`. */
    size: z.number().min(4).max(72).default(10.5),
    minSize: z.number().min(4).max(72).default(6),
    align: z.enum(['left', 'center', 'right']).default('left'),
    valign: z.enum(['top', 'middle']).default('middle'),
    /** So many equal cells side by side, one character in each. */
    boxes: z.number().int().min(1).max(100).optional(),
    /** A box to tick instead of a place for text. */
    ticks: Ticks.optional(),
    /** A cell of a table of domains: this domain (the first is 0), this column. */
    row: z.number().int().min(0).max(199).optional(),
    column: Slug.optional(),
  })
  .refine(({ boxes, ticks, row }) => [boxes, ticks, row].filter((part) => part !== undefined).length <= 1, {
    message: 'one of boxes, ticks and row',
    path: ['ticks'],
  })
  .refine(({ row, column }) => (row === undefined) === (column === undefined), {
    message: 'row and column together',
    path: ['column'],
  })
export type Anchor = z.infer<typeof Anchor>
/** An anchor as it is written in a file: what has a usual value may be left out. */
export type WrittenAnchor = z.input<typeof Anchor>

/** A check box of a PDF form, or one choice of its radio buttons, by the name that the PDF gives it. */
const FormChoice = z.strictObject({
  field: Slug,
  name: z.string().min(1).max(500),
  /** Of radio buttons: which of them. */
  value: z.string().max(500).optional(),
  ticks: Ticks,
})
export type FormChoice = z.infer<typeof FormChoice>

const parts = {
  /** A hand place may have an anchor as well: nothing is written there. */
  anchors: z.array(Anchor).max(500).default([]),
  /** Fields of a PDF form whose names are not the ids of ours: field id to name in the PDF. */
  formFields: z.record(Slug, z.string().min(1).max(500)).default({}),
  formChoices: z.array(FormChoice).max(500).default([]),
}

/** The places of a blank, without whose they are. */
export const Places = z.strictObject(parts)
export type Places = z.infer<typeof Places>
export const noPlaces: Places = { anchors: [], formFields: {}, formChoices: [] }

export const anchorsFormat = 'beiqi-anchors/1'
export const AnchorMap = z.strictObject({
  format: z.literal(anchorsFormat),
  form: FormId,
  /** The edition of this blank, in the provider's own words. */
  edition: z.string().trim().min(1).max(100),
  /** SHA-256 of the blank, 64 hexadecimal digits. */
  blank: z.string().regex(/^[0-9a-f]{64}$/),
  ...parts,
})
export type AnchorMap = z.infer<typeof AnchorMap>

/** How many of a form's fields have a place. */
export function placedFields({ anchors, formFields, formChoices }: Places): Set<string> {
  return new Set([
    ...anchors.map(({ field }) => field),
    ...Object.keys(formFields),
    ...formChoices.map(({ field }) => field),
  ])
}

/** Whether a box with these texts is ticked where the field says `text`. */
export function isTicked(ticks: readonly string[], text: string): boolean {
  const said = [text, ...text.split(/[、；;,，]/)].map((part) => part.trim())
  return ticks.some((tick) => said.includes(tick))
}
