/** Calls on pages of files, folders, and photos of several documents. */
import { z } from 'zod'
import { Adjustment, Corners, MaterialId, PageNumber } from '../rules/schema.ts'
import { Id, Path, Task } from './call-parts.ts'
import type { FailureData } from './failures.ts'
import { ImageView, Inspection } from './views.ts'

/** A picture in a file: `page` counted from 1; null where the file is one picture. */
export const PictureFile = { path: Path, page: PageNumber.nullable().default(null) }
const Failures = z.array(z.custom<FailureData>())

export const pictureCalls = {
  /** Each document on the photo as a picture of its own: the same original, straightened otherwise. */
  'image/split': { input: z.strictObject({ image: Id }), output: z.array(ImageView) },

  /** The pictures in files and folders, page by page. `failures`: what was left out or cannot be read. */
  'file/pictures': {
    input: z.strictObject({ files: z.array(z.strictObject(PictureFile)).min(1).max(1000) }),
    output: z.strictObject({
      pictures: z.array(z.strictObject({ path: Path, page: PageNumber.nullable() })),
      failures: Failures,
    }),
  },
  'file/inspect': {
    input: z.strictObject({ ...PictureFile, as: MaterialId.nullable(), read: z.boolean().default(true) }),
    output: Inspection,
  },
  'file/straighten': {
    input: z.strictObject({
      ...PictureFile,
      out: Path,
      corners: Corners.nullable(),
      aspect: z.number().nullable(),
      /** Turned upright where its text says which way up it is. */
      read: z.boolean().default(true),
    }),
    output: z.strictObject({
      out: z.string(),
      width: z.number().int(),
      height: z.number().int(),
      corners: Corners,
      adjustments: z.array(Adjustment),
    }),
  },
  /** Every document that is seen surely, on every page, as a file of its own in a new folder. */
  'file/straighten-all': {
    input: z.strictObject({
      task: Task,
      files: z.array(z.strictObject(PictureFile)).min(1).max(1000),
      out: Path,
      /** False: not turned upright by what stands on it. */
      read: z.boolean(),
    }),
    output: z.strictObject({
      out: z.string(),
      /** `of` and `page` with `adjustments` are what a filing file says to use the document without this copy. */
      files: z.array(
        z.strictObject({
          name: z.string(),
          of: Path,
          page: PageNumber.nullable(),
          width: z.number().int(),
          height: z.number().int(),
          confidence: z.number(),
          adjustments: z.array(Adjustment),
        }),
      ),
      failures: Failures,
    }),
  },
} as const

/** One of several pictures to be joined. */
export const ImageSource = z.strictObject({ ...PictureFile, adjustments: z.array(Adjustment) })
