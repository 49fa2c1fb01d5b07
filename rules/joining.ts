/** How the pictures of a slot become one file. */
import { z } from 'zod'

const layouts = ['column', 'row', 'grid', 'a4'] as const
export const Layout = z.enum(layouts)
export type Layout = z.infer<typeof Layout>

/** How the pictures of one slot are joined; what is absent is as the program does it. */
export const SlotJoining = z.strictObject({
  layout: Layout.optional(),
  /** White between the pictures, in pixels of the joined picture. */
  gap: z.number().int().min(0).max(500).optional(),
  /** The material's name above each picture. */
  captions: z.boolean().optional(),
})
