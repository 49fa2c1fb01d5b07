/** The engine: the calls of the contract, over a store that is opened when a call first needs it. */
import type { Progress } from '../../preload/bridge.ts'
import type { Reply } from '../../preload/contract.ts'
import { catalogView, programVersion } from './catalog.ts'
import { Dispatcher, type Handlers } from './dispatch.ts'
import { Failure } from './failure.ts'
import { fileHandlers } from './files.ts'
import { clientHandlers } from './filings/clients.ts'
import { filingHandlers } from './filings/filings.ts'
import { outputHandlers } from './outputs.ts'
import { blankHandlers } from './papers/blanks.ts'
import { printHandlers } from './papers/print.ts'
import { signedHandlers } from './papers/signed-calls.ts'
import { imageHandlers } from './pictures/images.ts'
import { RuleEditions } from './rule-packs/rule-packs.ts'
import { rulesHandlers } from './rule-packs/rules.ts'
import { openStore } from './store/database.ts'
import { developmentKey } from './store/keys.ts'
import type { Store } from './store/store.ts'

export interface Engine {
  dispatch(name: string, input: unknown, tell: (progress: Progress) => void): Promise<Reply>
  /** Cancels long calls and closes the store. */
  close(): Promise<void>
}

/**
 * `dataFolder`: absolute path of the folder that holds the store; null for an engine that stores nothing
 * (calls on stored things then fail with `store.none`).
 * `rulesFolder`: the data folder whose imported rule pack speaks, for an engine that stores nothing itself.
 */
export function createEngine({
  dataFolder,
  rulesFolder = dataFolder,
}: {
  dataFolder: string | null
  rulesFolder?: string | null
}): Engine {
  const store = lazyStore(dataFolder)
  const editions = new RuleEditions(rulesFolder)
  const handlers: Handlers = {
    'engine/state': () => ({
      version: programVersion(),
      rulesVersion: editions.rules.version,
      dataFolder: dataFolder ?? '',
    }),
    'catalog/get': (_, { rules }) => catalogView(rules),
    ...clientHandlers(store.open),
    ...filingHandlers(store.open),
    ...imageHandlers(store.open),
    ...outputHandlers(store.open, rulesFolder),
    ...printHandlers(store.open),
    ...fileHandlers(store.open, rulesFolder),
    ...blankHandlers(store.open),
    ...signedHandlers(store.open),
    ...rulesHandlers(store.open, editions),
    'task/cancel': ({ task }) => {
      dispatcher.cancel(task)
      return {}
    },
  }
  const dispatcher = new Dispatcher(handlers, () => editions)
  return {
    dispatch: (name, input, tell) => dispatcher.dispatch(name, input, tell),
    async close() {
      dispatcher.cancelAll()
      await store.close()
    },
  }
}

/** One opening for all calls; one that failed is tried again by the next call. */
function lazyStore(dataFolder: string | null) {
  let opening: Promise<Store> | null = null
  const open = (): Promise<Store> => {
    if (dataFolder === null) return Promise.reject(new Failure('store.none'))
    opening ??= openStore(dataFolder, developmentKey(dataFolder)).catch((error: unknown) => {
      opening = null
      throw error
    })
    return opening
  }
  const close = async () => {
    const store = await opening?.catch(() => null)
    opening = null
    store?.close()
  }
  return { open, close }
}
