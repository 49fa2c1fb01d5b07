/**
 * Where on one blank each text goes: `beiqi-anchors/1`. The map belongs to one file, whose SHA-256 it carries,
 * and lies beside it as `<blank>.anchors.json`.
 */
import { z } from 'zod'
import { Slug } from '../../../rules/schema.ts'
import { Failure } from '../failure.ts'

/** Points (1/72 inch) from the bottom left of the page as a reader sees it, its turn obeyed. */
const Points = z.number().min(0).max(14_400)

/** A rectangle of a page. Text never leaves it. */
const Anchor = z.strictObject({
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
})
export type Anchor = z.infer<typeof Anchor>
/** An anchor as it is written in a file: what has a usual value may be left out. */
export type WrittenAnchor = z.input<typeof Anchor>

export const AnchorMap = z.strictObject({
  format: z.literal('beiqi-anchors/1'),
  form: Slug,
  /** The edition of this blank, in the provider's own words. */
  edition: z.string().min(1).max(100),
  /** SHA-256 of the blank, 64 hexadecimal digits. */
  blank: z.string().regex(/^[0-9a-f]{64}$/),
  /** A hand place may have an anchor as well: nothing is written there. */
  anchors: z.array(Anchor).max(500).default([]),
  /** Fields of a PDF form whose names are not the ids of ours: field id to name in the PDF. */
  formFields: z.record(Slug, z.string().min(1)).default({}),
})
export type AnchorMap = z.infer<typeof AnchorMap>

/** The file in which the map of a blank is looked for. */
export function anchorMapPath(blankPath: string): string {
  return `${blankPath}.anchors.json`
}

/** Fails with `input.invalid`, naming the file and the path in it. */
export function parseAnchorMap(data: unknown, file: string): AnchorMap {
  const result = AnchorMap.safeParse(data)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const path = issue?.path.map(String).join('.') || '(root)'
  throw new Failure('input.invalid', { file, path, expected: issue?.message ?? 'an anchor map' })
}
