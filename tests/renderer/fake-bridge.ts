/** A bridge in memory: the window's other side in component tests and on the look page. Never part of the program. */
import type { Bridge, Progress } from '../../preload/bridge.ts'
import type { ClientView, Settings } from '../../preload/client-views.ts'
import type { CallName, Checked, Output } from '../../preload/contract.ts'
import { type FailureData, failureTexts } from '../../preload/failures.ts'
import type { FilingView, ImageView } from '../../preload/views.ts'
import { checklistDiff } from '../../rules/diff.ts'
import { rulesOf } from './fake-rules.ts'
import { catalog } from './sample-catalog.ts'
import * as sample from './sample-filing.ts'
import * as output from './sample-output.ts'

export type Handlers = { [Name in CallName]?: (input: Checked<Name>) => Output<Name> | Promise<Output<Name>> }

export interface FakeOptions {
  settings?: Settings
  /** Draws a picture for previews, as JPEG or PNG bytes. */
  draw?(what: string, width: number, height: number): Promise<Uint8Array>
  paths?: Partial<Record<Parameters<Bridge['chooseFile']>[0] | 'images' | 'save' | 'folder', string | string[] | null>>
}

export interface Fake {
  bridge: Bridge
  /** Every call so far, in order. */
  log: { name: CallName; input: unknown }[]
  clients: ClientView[]
  views: Map<string, FilingView>
  images: ImageView[]
  removed: ImageView[]
  settings: Settings
  rules: Output<'rules/state'>
  /** The next calls of this name are answered like this. */
  answer<Name extends CallName>(name: Name, handler: Handlers[Name]): void
  /** The next call of this name fails. */
  failNext(name: CallName, failure: FailureData): void
  progress(progress: Progress): void
  engine(state: 'ready' | 'restarting' | 'given-up'): void
}

const pixel = Uint8Array.from([0xff, 0xd8, 0xff, 0xd9])

export function makeFake(options: FakeOptions = {}): Fake {
  const draw = options.draw ?? (async () => pixel)
  const listeners = { progress: new Set<(told: Progress) => void>(), engine: new Set<(state: never) => void>() }
  const failures: { name: CallName; failure: FailureData }[] = []
  const fake: Fake = {
    log: [],
    settings: options.settings ?? { role: 'agency', language: 'zh' },
    clients: structuredClone(sample.clients),
    views: new Map([[sample.ids.filing, structuredClone(sample.view)]]),
    images: structuredClone(sample.images),
    removed: [],
    rules: output.shippedRules,
    answer: (name, handler) => Object.assign(handlers, { [name]: handler }),
    failNext: (name, failure) => failures.push({ name, failure }),
    progress: (told) => {
      for (const listen of listeners.progress) listen(told)
    },
    engine: (state) => {
      for (const listen of listeners.engine) listen(state as never)
    },
    bridge: {
      call: async (name, input) => {
        fake.log.push({ name, input })
        const failing = failures.findIndex((one) => one.name === name)
        if (failing >= 0) return { ok: false, failure: failures.splice(failing, 1)[0]?.failure as FailureData }
        const handler = handlers[name] as ((given: unknown) => unknown) | undefined
        if (!handler) return { ok: false, failure: { code: 'call.unknown', params: { name } } }
        try {
          return { ok: true, value: structuredClone(await handler(input)) as never }
        } catch (error) {
          return { ok: false, failure: thrown(error) }
        }
      },
      pathsOf: (files) => files.map((file) => `/photos/${file.name}`),
      chooseImages: async () => (options.paths?.images ?? ['/photos/new.jpg']) as string[] | null,
      chooseFile: async (kind) => (options.paths?.[kind] ?? null) as string | null,
      chooseSave: async (_kind, name) => (options.paths?.save ?? `/home/${name}`) as string | null,
      chooseFolder: async () => (options.paths?.folder ?? '/home/文档') as string | null,
      reveal: async () => undefined,
      print: async () => ({ ok: true, printed: true }),
      cancelPrint: async () => undefined,
      onProgress: (listen) => listening(listeners.progress, listen),
      onEngine: (listen) => listening(listeners.engine, listen as (state: never) => void),
    },
  }
  const handlers: Handlers = {
    ...settingsOf(fake),
    ...clientsOf(fake),
    ...filingsOf(fake),
    ...imagesOf(fake),
    ...outputs(draw),
    ...rulesOf(fake),
  }
  return fake
}

function listening<Listener>(listeners: Set<Listener>, listen: Listener): () => void {
  listeners.add(listen)
  return () => void listeners.delete(listen)
}

/** A handler fails by throwing a code of the failures. */
function thrown(error: unknown): FailureData {
  const code = error instanceof Error ? error.message : String(error)
  return code in failureTexts
    ? { code: code as FailureData['code'], params: {} }
    : { code: 'internal', params: { detail: code } }
}

const settingsOf = (fake: Fake): Handlers => ({
  'settings/get': () => fake.settings,
  'settings/set': (change) => {
    fake.settings = { ...fake.settings, ...change } as Settings
    return fake.settings
  },
  'catalog/get': () => catalog,
  'task/cancel': () => ({}),
})

const clientsOf = (fake: Fake): Handlers => ({
  'client/list': ({ search }) => fake.clients.filter((client) => client.name.includes(search)),
  'client/create': ({ name }) => {
    const made = { id: crypto.randomUUID(), name, sample: false, filings: [] }
    fake.clients.push(made)
    return made
  },
  'client/rename': ({ client, name }) => {
    const found = fake.clients.find(({ id }) => id === client)
    if (!found) throw new Error('client.missing')
    found.name = name
    return found
  },
  'client/remove': ({ client }) => {
    fake.clients = fake.clients.filter(({ id }) => id !== client)
    return {}
  },
  'sample/add': () => {
    if (!fake.clients.some(({ sample: is }) => is))
      fake.clients.unshift(structuredClone(sample.clients[0] as ClientView))
    return structuredClone(sample.view)
  },
})

const filingsOf = (fake: Fake): Handlers => ({
  'filing/create': ({ client, filing }) => {
    const made = {
      id: crypto.randomUUID(),
      client,
      clientName: '',
      revision: 1,
      updatedAt: '2026-11-24T02:00:00.000Z',
      filing,
    }
    const owner = fake.clients.find(({ id }) => id === client)
    const view = { ...made, clientName: owner?.name ?? '' }
    owner?.filings.push({ id: made.id, title: '', updatedAt: made.updatedAt })
    fake.views.set(view.id, view)
    return view
  },
  'filing/get': ({ filing }) => seen(fake, filing),
  'filing/save': ({ filing, revision, data }) => {
    const view = seen(fake, filing)
    if (view.revision !== revision) throw new Error('filing.stale')
    const saved = { ...view, revision: revision + 1, filing: data }
    fake.views.set(filing, saved)
    return saved
  },
  'filing/remove': () => ({}),
  'filing/import': () => structuredClone(sample.view),
  'filing/export': ({ out }) => ({ out, files: ['filing.json'] }),
  // In Shanghai nobody asks for Beijing's paper.
  'filing/checklist-diff': ({ change }) =>
    checklistDiff(sample.checklist, change.province === '31' ? sample.elsewhere : sample.checklist),
  'filing/checklist': ({ filing }) =>
    filing === sample.ids.filing
      ? { checklist: sample.checklist, slots: sample.slots, deadline: sample.deadline }
      : { checklist: { ...sample.checklist, items: [], findings: [], asks: [] }, slots: [], deadline: nothingRunsOut },
})

const nothingRunsOut = { date: null, first: null, windows: [] }

function seen(fake: Fake, filing: string): FilingView {
  const view = fake.views.get(filing)
  if (!view) throw new Error('filing.missing')
  return view
}

const imagesOf = (fake: Fake): Handlers => ({
  'image/list': ({ filing }) => fake.images.filter((image) => image.filing === filing),
  'image/read': ({ filing }) => ({ images: fake.images.filter((one) => one.filing === filing), failures: [] }),
  'image/take-in': ({ filing, paths, place }) =>
    paths.map((path) => {
      const name = path.split('/').at(-1) ?? path
      if (name.includes('broken')) return { failure: { code: 'image.empty', params: { file: name } } }
      const at = fake.images.filter((one) => JSON.stringify(one.place) === JSON.stringify(place)).length
      const image = { ...(sample.images[0] as ImageView), id: crypto.randomUUID(), filing, name, place, position: at }
      fake.images.push(image)
      return { image }
    }),
  'image/paste': ({ filing, name, place }) => {
    const image = { ...(sample.images[0] as ImageView), id: crypto.randomUUID(), filing, name, place }
    fake.images.push(image)
    return [{ image }]
  },
  'image/move': ({ image, place, position }) => {
    const moved = fake.images.find(({ id }) => id === image)
    if (!moved) throw new Error('picture.missing')
    const others = fake.images.filter(
      (one) => one !== moved && JSON.stringify(one.place) === JSON.stringify(place ?? null),
    )
    moved.place = place
    others.toSpliced(position, 0, moved).forEach((one, index) => {
      one.position = index
    })
    return fake.images
  },
  'image/adjust': ({ image, adjustments }) => {
    const found = fake.images.find(({ id }) => id === image)
    if (!found) throw new Error('picture.missing')
    found.adjustments = adjustments
    return found
  },
  'image/overrule': ({ image, code, reason }) => {
    const found = fake.images.find(({ id }) => id === image)
    if (!found) throw new Error('picture.missing')
    found.findings = found.findings.map(({ overruled: _, ...finding }) =>
      finding.code === code && reason !== null ? { ...finding, overruled: { code, reason } } : finding,
    )
    return structuredClone(found)
  },
  'image/suggest-corners': () => ({
    corners: [
      [700, 520],
      [3290, 640],
      [3170, 2390],
      [600, 2210],
    ],
    offered: null,
    confidence: 0.9,
  }),
  'image/suggest-tone': () => ({ kind: 'tone', red: 0.92, blue: 1.18, brightness: 0.3, contrast: 0 }),
  'image/remove': ({ image }) => {
    fake.removed.push(...fake.images.filter(({ id }) => id === image))
    fake.images = fake.images.filter(({ id }) => id !== image)
    return fake.images
  },
  'image/restore': ({ image }) => {
    fake.images.push(...fake.removed.filter(({ id }) => id === image))
    return fake.images
  },
})

const outputs = (draw: NonNullable<FakeOptions['draw']>): Handlers => ({
  'slot/preview': async ({ slot }) => {
    const found = sample.slots.find(({ id }) => id === slot)
    if (!found) throw new Error('slot.missing')
    return {
      picture: await draw('joined', 1600, 3200),
      result: { width: 1600, height: 3200, bytes: 1_934_000, quality: 88, print: 24, window: found.window, fits: true },
      unmarked: null,
    }
  },
  'form/list': () => output.formList,
  'form/asked': () => output.askedForms,
  'form/write-all': ({ out }) => ({ out, files: [], skipped: [] }),
  'form/guide': ({ out }) => ({ out, pages: 1 }),
  'form/guide-preview': async () => ({ bytes: await draw('form', 1000, 1414), width: 1000, height: 1414, pages: 1 }),
  'form/report': () => output.report,
  'blank/list': () => [],
  'file/chosen-blanks': () => ({}),
  'form/preview': async () => ({ bytes: await draw('form', 1000, 1414), width: 1000, height: 1414 }),
  'form/write': ({ out }) => ({ ...output.report, out }),
  'print/prepare': () => ({ run: output.printRun, papers: output.printPapers }),
  'print/arrange': ({ sheets }) => ({ pages: output.pagesOf(sheets), bytes: 1 }),
  'print/save': ({ out }) => ({ out, pages: 1 }),
  'print/done': () => ({}),
  'print/close': () => ({}),
  'package/write': ({ out }) => ({ ...output.packageResult, out }),
  'package/write-all': ({ out, filings }) => ({
    out,
    packages: filings.map((filing) => ({ filing, name: '张三', result: output.packageResult, failure: null })),
  }),
})
