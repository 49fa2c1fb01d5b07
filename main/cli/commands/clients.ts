import { z } from 'zod'
import type { ClientView } from '../../../preload/client-views.ts'
import { Failure } from '../../engine/failure.ts'
import { type Asked, dataFolder, fromTyped, type Outcome } from '../asked.ts'
import { asTask, call } from '../engine.ts'
import { type Say, sayIn } from '../text/say.ts'

interface DataOption {
  data?: string
}

/** All of them: a list that is cut short would mislead a script. */
const mostClients = 1_000_000

export async function list(asked: Asked, options: DataOption & { search?: string }): Promise<Outcome> {
  const clients = await call('client/list', { search: options.search ?? '', limit: mostClients }, dataFolder(options))
  return { json: clients, text: () => clientsText(clients, sayIn(asked.language)) }
}

export async function importFiling(asked: Asked, file: string, options: DataOption): Promise<Outcome> {
  const path = fromTyped(file)
  const stored = await asTask((task) => call('filing/import', { task, client: null, path }, dataFolder(options)))
  const say = sayIn(asked.language)
  return {
    json: stored,
    text: () =>
      say(
        `已存入客户“${stored.clientName}”，备案编号 ${stored.id}`,
        `Stored for ${stored.clientName} as filing ${stored.id}`,
      ),
  }
}

export async function exportFiling(asked: Asked, id: string, options: DataOption & { out: string }): Promise<Outcome> {
  if (!z.uuid().safeParse(id).success) throw new Failure('filing.missing')
  const out = fromTyped(options.out)
  const written = await asTask((task) => call('filing/export', { task, filing: id, out }, dataFolder(options)))
  const say = sayIn(asked.language)
  const heading = say(
    `已写到 ${written.out}（${written.files.length} 个文件）`,
    `Written to ${written.out} (${written.files.length} files)`,
  )
  return { json: written, text: () => [heading, ...written.files.map((file) => `- ${file}`)].join('\n') }
}

function clientsText(clients: readonly ClientView[], say: Say): string {
  if (clients.length === 0) return say('没有客户', 'no clients')
  return clients
    .flatMap((client) => [
      `${client.name}${client.sample ? say('（示例）', ' (sample)') : ''}`,
      ...client.filings.map((filing) => `   ${filing.id}  ${filing.title}  ${filing.updatedAt.slice(0, 10)}`),
    ])
    .join('\n')
}
