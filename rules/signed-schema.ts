/** Limits of the check of signed papers, as they stand in `data/signed-limits.json`, and what the check says. */
import { z } from 'zod'
import { Finding, FormId, HandPlace, SourceRef } from './answers.ts'
import { Text } from './schema.ts'

const Positive = z.number().positive()
/** Square millimetres of ink from which something is there for sure, and from which there is at least a trace. */
const Areas = { area: Positive, traceArea: Positive }

export const SignedLimits = z.strictObject({
  note: Text,
  signature: z.strictObject({ ...Areas, width: Positive, height: Positive }),
  /** `gapArea`: before each of the printed 年, 月, 日. */
  date: z.strictObject({ ...Areas, width: Positive, gapArea: Positive }),
  handwritten: z.strictObject({ ...Areas, width: Positive, height: Positive }),
  /** `onPlace`: share of the seal that lies on its place. */
  seal: z.strictObject({ ...Areas, longSide: Positive, shortSide: Positive, mostSide: Positive, onPlace: Positive }),
  fingerprint: z.strictObject({ ...Areas, width: Positive, height: Positive, mostSide: Positive }),
  /** Of a person's name stamp. */
  stamp: z.strictObject({ leastSide: Positive, mostSide: Positive }),
  /**
   * Likeness of the print; share of its parts, or number of spots, from which it is not altered but another edition;
   * share of it that lies outside the picture.
   */
  print: z.strictObject({
    readableFrom: Positive,
    otherEditionFrom: Positive,
    otherEditionSpots: Positive,
    lostFrom: Positive,
  }),
  /** Millimetres of the page that lie outside the picture; pixels a millimetre. */
  page: z.strictObject({ outsideFrom: Positive, resolutionFrom: Positive }),
  sources: z.array(SourceRef).min(1),
})
export type SignedLimits = z.infer<typeof SignedLimits>

/** `stamped`: a red stamp and no pen where a signature belongs. */
export const PlaceState = z.enum(['ok', 'missing', 'unclear', 'misplaced', 'stamped'])
export type PlaceState = z.infer<typeof PlaceState>

export const PlaceVerdict = z.strictObject({
  field: z.string(),
  title: Text,
  why: HandPlace.shape.why,
  by: HandPlace.shape.by,
  state: PlaceState,
})
export type PlaceVerdict = z.infer<typeof PlaceVerdict>

/** What is said of one page, and of the place that it is about where it is about one. */
export const SignedFinding = Finding.extend({ field: z.string().nullable() })
export type SignedFinding = z.infer<typeof SignedFinding>

export const PageRole = z.strictObject({
  form: FormId,
  service: z.number().int(),
  /** The first page is 0. */
  page: z.number().int(),
  pages: z.number().int(),
})
export type PageRole = z.infer<typeof PageRole>
