/** Calls that look at papers that came back signed. Part of the contract. */
import { z } from 'zod'
import { Corners, Filing, IsoDate, Slug } from '../rules/schema.ts'
import { Id, Path, Task } from './call-parts.ts'
import { PictureFile } from './picture-calls.ts'
import { SignedReport } from './signed-views.ts'
import { Picture } from './views.ts'

export const mostPictures = 60
const Signed = {
  task: Task,
  form: Slug,
  service: z.number().int().min(0).max(499).default(0),
  on: IsoDate,
  /** The date that the person reads on the paper. */
  dated: IsoDate.nullable(),
}

export const signedCalls = {
  /** Pictures of a stored filing, in any order and any way round. Its paper is on the blank that was chosen for it. */
  'signed/verify': {
    input: z.strictObject({ ...Signed, filing: Id, images: z.array(Id).min(1).max(mostPictures) }),
    output: SignedReport,
  },
  /** The page drawn flat and upright out of a stored picture, as a JPEG. */
  'signed/page': {
    input: z.strictObject({
      image: Id,
      corners: Corners,
      aspect: z.number().positive(),
      side: z.number().int().min(16).max(4096),
    }),
    output: Picture,
  },
  /**
   * The same on files, for a terminal. `blank`: somebody else's blank that was filled; null: our own paper.
   * `printed`: the very PDF that was printed, instead of making it anew. A file of several pages is named page by page.
   */
  'file/verify-signed': {
    input: z.strictObject({
      ...Signed,
      filing: Filing,
      blank: Path.nullable(),
      printed: Path.nullable(),
      pictures: z.array(z.strictObject(PictureFile)).min(1).max(mostPictures),
    }),
    output: SignedReport,
  },
} as const
