/** What the window is shown of clients, and what it was set to. */
import { z } from 'zod'
import { Id } from './call-parts.ts'

const Role = z.enum(['self', 'agency'])
export const Language = z.enum(['zh', 'en'])
export type Language = z.infer<typeof Language>
export const Settings = z.strictObject({
  role: Role.nullable(),
  language: Language,
  /** For each size of screen ("1920x1080") how many of its pixels are a millimetre, where somebody has measured it. */
  screens: z.record(z.string(), z.number().positive().max(100)).optional(),
})
export type Settings = z.infer<typeof Settings>

export const ClientView = z.strictObject({
  id: Id,
  name: z.string(),
  sample: z.boolean(),
  filings: z.array(z.strictObject({ id: Id, title: z.string(), updatedAt: z.string() })),
})
export type ClientView = z.infer<typeof ClientView>
