/** What is shown of a paper that came back signed. */
import { z } from 'zod'
import { FormId, Severity } from '../rules/answers.ts'
import { Corners, IsoDate, MaterialId, Text } from '../rules/schema.ts'
import { PageRole, PlaceVerdict, SignedFinding } from '../rules/signed-schema.ts'

/** Shares of the page's width and height, from its upper left. */
const Share = z.number()
export const ShownPlace = PlaceVerdict.extend({
  /** null: it may stand anywhere on the page. */
  frame: z.strictObject({ x: Share, y: Share, width: Share, height: Share }).nullable(),
})
export type ShownPlace = z.infer<typeof ShownPlace>

export const SignedPageView = z.strictObject({
  /** The picture: its file, or the id of a stored one. */
  file: z.string(),
  /** Which page of which paper it is; null: it was not recognised. */
  role: PageRole.extend({ title: Text }).nullable(),
  /** How the picture has to be turned for the page to stand upright, in degrees clockwise. */
  turned: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** The page's corners in the picture, as an adjustment takes them; null: not all of them lie in it. */
  corners: Corners.nullable(),
  /** Width by height of the page. */
  aspect: z.number().nullable(),
  /** Share of the print that was found where it belongs. */
  matched: z.number(),
  places: z.array(ShownPlace),
  findings: z.array(SignedFinding),
})
export type SignedPageView = z.infer<typeof SignedPageView>

export const SignedReport = z.strictObject({
  format: z.literal('beiqi-signed/1'),
  form: FormId,
  service: z.number().int(),
  title: Text,
  edition: z.string(),
  asOf: IsoDate,
  /** Read on the paper by the person; null: not told. */
  dated: IsoDate.nullable(),
  /** Where the paper goes, and the slot that takes it when it has none of its own. */
  place: z.strictObject({ material: MaterialId, for: z.string() }),
  /** In the order of the paper, unrecognised pictures last. */
  pages: z.array(SignedPageView),
  /** Of the paper as a whole. */
  findings: z.array(SignedFinding),
  /** The worst of all findings; null: nothing was found. */
  worst: Severity.nullable(),
})
export type SignedReport = z.infer<typeof SignedReport>
