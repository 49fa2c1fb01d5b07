/** What the inputs of many calls have in common. */
import { z } from 'zod'

export const Id = z.uuid()
/** Of one call over many filings. */
export const mostFilings = 10_000
export const Path = z.string().min(1).max(4096)
/** Names a long call: its progress is told, and it is cancelled, by this. */
export const Task = z.uuid()
export const Nothing = z.strictObject({})
