/** Calls that read pictures. Part of the contract. */
import { z } from 'zod'
import { Id, Task } from './call-parts.ts'
import type { FailureData } from './failures.ts'
import { ImageView } from './views.ts'

export const readingCalls = {
  /** Reads the filing's pictures that are not yet read. `failures`: why single ones could not be. */
  'image/read': {
    input: z.strictObject({ task: Task, filing: Id }),
    output: z.strictObject({ images: z.array(ImageView), failures: z.array(z.custom<FailureData>()) }),
  },
} as const
