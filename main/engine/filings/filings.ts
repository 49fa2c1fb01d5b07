/** Calls on filings: their facts, their checklist, and filing files in and out of the store. */
import { dirname } from 'node:path'
import type { Checked } from '../../../preload/contract.ts'
import type { FilingView } from '../../../preload/views.ts'
import { checklist } from '../../../rules/checklist.ts'
import { latestSafeSubmit } from '../../../rules/deadline.ts'
import type { Filing } from '../../../rules/schema.ts'
import { serviceMoves } from '../../../rules/service-moves.ts'
import { slots } from '../../../rules/slots.ts'
import { localDay } from '../calendar.ts'
import type { CallContext, Handlers } from '../dispatch.ts'
import { insertAll, prepareImage } from '../pictures/new-images.ts'
import { resourcePath } from '../resources.ts'
import { createClient } from '../store/clients.ts'
import { createFiling, getFiling, removeFiling, type StoredFiling, saveFiling } from '../store/filings.ts'
import { listImages, moveImage } from '../store/images.ts'
import type { Store } from '../store/store.ts'
import { filingView } from '../views.ts'
import { checklistFor } from './checklists.ts'
import { ContactIndex } from './contact-index.ts'
import { exportFiling } from './filing-export.ts'
import { readFilingFile } from './filing-file.ts'
import { picturesOf, withEachPage } from './filing-pictures.ts'
import { whatIf } from './what-if.ts'

type FilingCalls = Extract<keyof Handlers, `filing/${string}` | 'sample/add'>

const sampleFile = ['examples', 'individual-beijing', 'filing.json']

export function filingHandlers(open: () => Promise<Store>): Pick<Handlers, FilingCalls> {
  const contacts = new ContactIndex()
  return {
    'filing/create': async ({ client, filing }) => filingView(createFiling(await open(), client, filing)),
    'filing/get': async ({ filing }) => filingView(getFiling(await open(), filing)),
    'filing/save': async (change) => filingView(save(await open(), change)),
    'filing/remove': async ({ filing }) => {
      removeFiling(await open(), filing)
      return {}
    },
    'filing/import': async ({ client, path }, context) =>
      importFiling(await open(), { client, path, sample: false }, context),
    'filing/export': async ({ filing, out }, context) => exportFiling(await open(), filing, out, context),
    'filing/checklist': async ({ filing, on }, context) => {
      const store = await open()
      const stored = getFiling(store, filing)
      const { filing: data } = stored
      const { rules } = context
      const list = checklistFor(data, on, context, contacts.findings(store, stored, context.rules))
      return { checklist: list, slots: slots(list, data, rules), deadline: latestSafeSubmit(data, on, rules) }
    },
    'filing/checklist-diff': async ({ filing, on, change }, { rules }) =>
      whatIf(getFiling(await open(), filing).filing, on, change, rules),
    'sample/add': async (_, context) =>
      importFiling(await open(), { client: null, path: resourcePath(...sampleFile), sample: true }, context),
  }
}

/** A removed service gives its pictures back to the tray; those of the services behind it stay with them. */
function save(store: Store, change: Checked<'filing/save'>): StoredFiling {
  return store.transaction(() => {
    const before = getFiling(store, change.filing).filing.services ?? []
    const saved = saveFiling(store, change)
    const moves = serviceMoves(before, saved.filing.services ?? [])
    for (const { id, place, position } of listImages(store, change.filing)) {
      const index = moves.findIndex((_, at) => place?.for === `services[${at}]`)
      const to = moves[index]
      if (!place || to === undefined || to === index) continue
      const moved = to === null ? null : { ...place, for: `services[${to}]` }
      moveImage(store, { image: id, place: moved, position })
    }
    return saved
  })
}

interface ImportJob {
  client: string | null
  path: string
  sample: boolean
}

/** Every picture is read, checked and sealed before a row is written: a broken one fails the whole import. */
async function importFiling(store: Store, job: ImportJob, context: CallContext): Promise<FilingView> {
  const data = await readFilingFile(job.path)
  const named = picturesOf(data, checklist(data, localDay(), context.rules), dirname(job.path))
  const pictures = await withEachPage(named)
  const checked = []
  for (const [done, { place, source }] of pictures.entries()) {
    context.step(done, pictures.length, source.name)
    const bytes = await source.load()
    checked.push(await prepareImage({ ...source, bytes, place, settled: true }, context.rules))
  }
  context.step(pictures.length, pictures.length, job.path)
  const name = data.subject?.name ?? '未命名客户'
  const client = job.client ?? createClient(store, { name, sample: job.sample }).id
  const stored = createFiling(store, client, withoutMaterials(data))
  await insertAll(store, stored, checked)
  return filingView(stored)
}

/** In the store, pictures are rows of their own. */
export function withoutMaterials({ materials: _, services, ...rest }: Filing): Filing {
  const bare = services?.map(({ materials: __, ...service }) => service)
  return bare ? { ...rest, services: bare } : rest
}
