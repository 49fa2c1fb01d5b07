/** Calls on clients and settings. */
import { Settings } from '../../../preload/views.ts'
import type { Handlers } from '../dispatch.ts'
import { createClient, listClients, removeClient, renameClient } from '../store/clients.ts'
import { getSettings, setSettings } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import { clientView } from '../views.ts'

type ClientCalls = Extract<keyof Handlers, `client/${string}` | `settings/${string}`>

const defaults: Settings = { role: null, language: 'zh' }

export function clientHandlers(open: () => Promise<Store>): Pick<Handlers, ClientCalls> {
  return {
    'client/list': async (input) => listClients(await open(), input).map(clientView),
    'client/create': async ({ name }) => clientView(createClient(await open(), { name })),
    'client/rename': async ({ client, name }) => clientView(renameClient(await open(), client, name)),
    'client/remove': async ({ client }) => {
      await removeClient(await open(), client)
      return {}
    },
    'settings/get': async () => getSettings(await open(), Settings, defaults),
    'settings/set': async (settings) => {
      const store = await open()
      setSettings(store, settings)
      return getSettings(store, Settings, defaults)
    },
  }
}
