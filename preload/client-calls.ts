/**
 * Calls on settings and clients. Part of the contract, and all that the first page asks: it needs nothing of the
 * knowledge, whose schemas take longer to make than the list takes to read.
 */
import { z } from 'zod'
import { Id, Nothing } from './call-parts.ts'
import { ClientView, Settings } from './client-views.ts'

export const clientCalls = {
  'settings/get': { input: Nothing, output: Settings },
  'settings/set': { input: Settings.partial(), output: Settings },
  /** `limit`: a window shows the first hundred; a script wants them all. */
  'client/list': {
    input: z.strictObject({ search: z.string().max(100), limit: z.number().int().min(1).max(1_000_000).default(100) }),
    output: z.array(ClientView),
  },
  'client/create': { input: z.strictObject({ name: z.string().trim().min(1).max(200) }), output: ClientView },
  'client/rename': {
    input: z.strictObject({ client: Id, name: z.string().trim().min(1).max(200) }),
    output: ClientView,
  },
  'client/remove': { input: z.strictObject({ client: Id }), output: Nothing },
} as const
