/** Calls on clients and settings. */
import { Settings } from '../../../preload/client-views.ts'
import type { ClientHandlers } from '../dispatch.ts'
import { createClient, listClients, removeClient, renameClient } from '../store/clients.ts'
import { getSettings, setSettings } from '../store/settings.ts'
import type { Store } from '../store/store.ts'

const defaults: Settings = { role: null, language: 'zh' }

export function clientHandlers(open: () => Promise<Store>): ClientHandlers {
  return {
    'client/list': async (input) => listClients(await open(), input),
    'client/create': async ({ name }) => createClient(await open(), { name }),
    'client/rename': async ({ client, name }) => renameClient(await open(), client, name),
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
