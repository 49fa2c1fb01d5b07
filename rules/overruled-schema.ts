import { z } from 'zod'

/** A stable word `area.what`. */
export const FindingCode = z.string().regex(/^[a-z-]+\.[a-z0-9-]+$/)

/** The picture is used in spite of this finding, and why; who decided it and when is known of those out of the store. */
export const Overruled = z.strictObject({
  code: FindingCode,
  reason: z.string().trim().min(1).max(300),
  by: z.string().trim().min(1).max(200).optional(),
  at: z.iso.datetime().optional(),
})
export type Overruled = z.infer<typeof Overruled>
