/** Calls that read pictures. Part of the contract. */
import { z } from 'zod'
import { Id, Task } from './call-parts.ts'
import { ImageView } from './views.ts'

export const readingCalls = {
  /** Reads the filing's pictures that are not yet read. `failed`: why single ones could not be, in Chinese. */
  'image/read': {
    input: z.strictObject({ task: Task, filing: Id }),
    output: z.strictObject({ images: z.array(ImageView), failed: z.array(z.string()) }),
  },
} as const
