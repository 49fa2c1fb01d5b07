/** All calls but those on settings and clients: with the whole contract, the knowledge and every use case. */
import { calls } from '../../preload/contract.ts'
import { catalogView, programVersion } from './catalog.ts'
import type { OtherCalls } from './dispatch.ts'
import { fileHandlers } from './files.ts'
import { filingHandlers } from './filings/filings.ts'
import { outputHandlers } from './outputs.ts'
import { blankHandlers } from './papers/blanks.ts'
import { printHandlers } from './papers/print.ts'
import { signedHandlers } from './papers/signed-calls.ts'
import { imageHandlers } from './pictures/images.ts'
import { RuleEditions } from './rule-packs/rule-packs.ts'
import { rulesHandlers } from './rule-packs/rules.ts'
import type { Store } from './store/store.ts'

interface Engine {
  dataFolder: string | null
  rulesFolder: string | null
  open: () => Promise<Store>
  /** Ends a long call. */
  cancel: (task: string) => void
}

export function otherCalls({ dataFolder, rulesFolder, open, cancel }: Engine): OtherCalls {
  const editions = new RuleEditions(rulesFolder)
  return {
    calls,
    edition: () => editions,
    handlers: {
      'engine/state': () => ({
        version: programVersion(),
        rulesVersion: editions.rules.version,
        dataFolder: dataFolder ?? '',
      }),
      'catalog/get': (_, { rules }) => catalogView(rules),
      ...filingHandlers(open),
      ...imageHandlers(open),
      ...outputHandlers(open, rulesFolder),
      ...printHandlers(open),
      ...fileHandlers(open, rulesFolder),
      ...blankHandlers(open),
      ...signedHandlers(open),
      ...rulesHandlers(open, editions),
      'task/cancel': ({ task }) => {
        cancel(task)
        return {}
      },
    },
  }
}
