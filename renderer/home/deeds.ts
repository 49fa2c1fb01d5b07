/** What can be done on the first page; each ends where its result is seen. */
import type { ClientView } from '../../preload/client-views.ts'
import type { Filing } from '../../rules/schema.ts'
import { ask, chooseFile } from '../bridge.ts'
import { keepAnswer, refresh, useDeed } from '../calls.ts'
import { useWhere } from '../route.ts'
import { useTask } from '../tasks.ts'
import { say } from '../text/language.ts'
import { tell } from '../ui/notices.ts'

/** What most people come for; all of it can be changed on the page that opens. */
const firstFiling: Filing = { format: 'beiqi-filing/1', filingType: 'first', services: [{ type: 'website' }] }

/** Makes an empty filing of this client and opens its facts, where everything begins. */
export async function newFiling(client: string): Promise<void> {
  const made = await ask('filing/create', { client, filing: firstFiling })
  keepAnswer('filing/get', { filing: made.id }, made)
  await refresh('client/list')
  useWhere.getState().go({ screen: 'filing', filing: made.id, page: 'profile', at: null })
}

/** One's own filings belong to one client, made with the first of them. */
export async function newOwnFiling(clients: readonly ClientView[]): Promise<void> {
  const mine = clients.find((client) => !client.sample) ?? (await ask('client/create', { name: say('home')('me') }))
  await newFiling(mine.id)
}

export function openFiling(filing: string): void {
  useWhere.getState().go({ screen: 'filing', filing, page: 'tasks' })
}

/** Asks for a filing file and takes it in; a null client makes one named after the subject. */
export function useImport(client: string | null) {
  const task = useTask('filing/import')
  const deed = useDeed(async () => {
    const path = await chooseFile('filing')
    if (path === null) return
    const made = await task.run({ client, path })
    await refresh('client/list')
    if (!made) return
    tell(say('home')('imported', { name: made.clientName }))
    openFiling(made.id)
  })
  return { task, ...deed }
}

export function useSample() {
  const task = useTask('sample/add')
  const deed = useDeed(async () => {
    await task.run({})
    await refresh('client/list')
  })
  return { task, ...deed }
}
