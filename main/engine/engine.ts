/**
 * The engine: the calls of the contract, over a store that is opened when a call first needs it.
 *
 * Two steps keep the start short. Calls on settings and clients, which are all that the first page asks, come with
 * this file. Everything else (the knowledge, pictures, papers: thirty times as much) is loaded by the first call of its
 * own, which the window makes as soon as its first page is drawn (renderer/main.tsx).
 */
import type { Progress } from '../../preload/bridge.ts'
import type { Reply } from '../../preload/contract.ts'
import { Dispatcher } from './dispatch.ts'
import { Failure } from './failure.ts'
import { clientHandlers } from './filings/clients.ts'
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
  const dispatcher: Dispatcher = new Dispatcher(clientHandlers(store.open), async () => {
    const { otherCalls } = await import('./other-calls.ts')
    return otherCalls({ dataFolder, rulesFolder, open: store.open, cancel: (task) => dispatcher.cancel(task) })
  })
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
