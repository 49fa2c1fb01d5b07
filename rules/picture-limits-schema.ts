/** What `data/picture-limits.json` holds. */
import { z } from 'zod'
import { SourceRef } from './answers.ts'
import { MaterialId, Text } from './schema.ts'

/** For a document of fewer pixels than it is measured at, times the share of pixels it has, to this power. */
const SharpnessLimit = z.strictObject({ below: z.number().positive(), power: z.number().min(0) })

/** Limits of what `imaging/` measures (see `Measurements`), at which a portal's reviewer would object. */
export const PictureLimits = z.strictObject({
  /** What was measured, and what the limits leave open. */
  note: Text,
  grayscale: z.strictObject({ colourBelow: z.number().positive() }),
  /** Of papers whose originals are in colour all over; a letter without colour looks like its copy. */
  copied: z.strictObject({ chromaBelow: z.number().positive(), materials: z.array(MaterialId).min(1) }),
  dark: z.strictObject({ paperBelow: z.number().positive() }),
  /** A bright scan is mostly full white too, but its print is dark. */
  overexposed: z.strictObject({
    clippedFrom: z.number().min(0).max(1),
    inkFrom: z.number().positive(),
    wholeFrom: z.number().min(0).max(1),
  }),
  glare: z.strictObject({ shareFrom: z.number().min(0).max(1) }),
  /** An enlarged picture is told by the pixels of print that its details amount to, where they are few for its size. */
  blurred: z.strictObject({
    /** A sheet's strokes are finer than a card's, so they are lost sooner. */
    sharpness: z.strictObject({ card: SharpnessLimit, sheet: SharpnessLimit }),
    enlarged: z.strictObject({ pixelsBelow: z.number().positive(), detailBelow: z.number().min(0).max(1) }),
  }),
  /** Pixels of height of the smallest print, on papers of a known size. */
  smallPrint: z.strictObject({ pixelsBelow: z.number().positive() }),
  /** Of papers that lie whole in a photo; a screenshot or a signed pile has no outline. */
  noDocument: z.strictObject({ outlineBelow: z.number().min(0).max(1), materials: z.array(MaterialId).min(1) }),
  /** The second where no document is seen: a table may be woven. */
  screenPhoto: z.strictObject({ gridFrom: z.number().positive(), unseenFrom: z.number().positive() }),
  /** Not of papers that a person holds up to the camera. */
  covered: z.strictObject({ shareFrom: z.number().min(0).max(1) }),
  sources: z.array(SourceRef).min(1),
})
export type PictureLimits = z.infer<typeof PictureLimits>
