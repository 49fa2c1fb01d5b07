import type { ClientView } from '../../preload/client-views.ts'

export function sampleClients(clients: readonly ClientView[] | undefined): ReadonlySet<string> {
  return new Set((clients ?? []).filter((client) => client.sample).map((client) => client.id))
}
