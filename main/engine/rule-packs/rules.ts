/** Calls on the rules themselves: which edition is in use, packs in and out, and whom a new edition concerns. */
import { basename } from 'node:path'
import type { Output } from '../../../preload/contract.ts'
import type { Rules } from '../../../rules/catalog.ts'
import { shippedRules } from '../../../rules/catalog.ts'
import { checklist } from '../../../rules/checklist.ts'
import { checklistDiff, isUnchanged } from '../../../rules/diff.ts'
import { factReport } from '../../../rules/report.ts'
import type { IsoDate } from '../../../rules/schema.ts'
import type { Handlers } from '../dispatch.ts'
import { allFilings } from '../store/filings.ts'
import { writeLog } from '../store/log.ts'
import type { ReadStore, Store } from '../store/store.ts'
import { distrustKey, keyId, readKey, trustedKeys, trustKey } from './pack-keys.ts'
import { makePack } from './pack-make.ts'
import type { RuleEditions } from './rule-packs.ts'

type RulesCalls = Extract<keyof Handlers, `rules/${string}`>
type Changed = Output<'rules/import'>['changed']

/** The store is opened first: its lock lets one process at a time change what the data folder holds. */
export function rulesHandlers(open: () => Promise<Store>, editions: RuleEditions): Pick<Handlers, RulesCalls> {
  return {
    'rules/state': () => stateOf(editions),
    'rules/report': (_, { rules }) => ({ version: rules.version, ...factReport(rules) }),
    'rules/import': async ({ path, older, on }) => {
      const store = await open()
      const previous = editions.rules
      const changed = await editions.take(path, older, (next) => changedFilings(store, on, previous, next))
      writeLog(store, 'rules.import', null, { version: editions.rules.version })
      return { ...stateOf(editions), previous: previous.version, changed }
    },
    'rules/revert': async ({ on }) => revert(await open(), on, editions),
    'rules/key': async ({ path }) => {
      const id = keyId(await readKey(path, 'public'))
      const known = trustedKeys(editions.folder).find((key) => key.id === id)
      return { id, file: basename(path), knownAs: known?.title ?? null }
    },
    'rules/trust': async ({ path, title }) => {
      const store = await open()
      const { id, title: named, origin } = await trustKey(editions.folderOrFail(), path, title ?? basename(path))
      writeLog(store, 'rules.trust', null, { key: id })
      return { id, title: named, origin }
    },
    // First the key: should the pack not go, the next start refuses it and says why.
    'rules/distrust': async ({ key, on }) => {
      const store = await open()
      const { id, title } = await distrustKey(editions.folderOrFail(), key)
      writeLog(store, 'rules.distrust', null, { key: id })
      return { id, title, change: editions.edition.key === id ? await revert(store, on, editions) : null }
    },
    'rules/pack': ({ folder, key, out }) => makePack(folder, key, out),
  }
}

async function revert(store: Store, on: IsoDate, editions: RuleEditions): Promise<Output<'rules/revert'>> {
  const previous = editions.rules
  const changed = await editions.revert((next) => changedFilings(store, on, previous, next))
  writeLog(store, 'rules.revert', null, { version: editions.rules.version })
  return { ...stateOf(editions), previous: previous.version, changed }
}

function stateOf({ edition, damaged, folder }: RuleEditions): Output<'rules/state'> {
  const { rules, origin, importedAt, key, changelog } = edition
  const keys = trustedKeys(folder).map(({ id, title, origin: from }) => ({ id, title, origin: from }))
  return {
    version: rules.version,
    shippedVersion: shippedRules.version,
    origin,
    importedAt,
    key,
    changelog,
    damaged,
    keys,
  }
}

/** The stored filings whose checklist is another one under the next edition, with what changes. */
function changedFilings(store: ReadStore, on: IsoDate, before: Rules, after: Rules): Changed {
  return allFilings(store).flatMap(({ id, client, clientName, filing }) => {
    const diff = checklistDiff(checklist(filing, on, before), checklist(filing, on, after))
    return isUnchanged(diff) ? [] : [{ client, clientName, filing: id, diff }]
  })
}
