/** Saving a filing: one after the other, on the newest revision, and without losing anybody's input. */
import type { FilingView } from '../../preload/views.ts'
import type { Filing } from '../../rules/schema.ts'
import { ask, BridgeFailure } from '../bridge.ts'
import { keepAnswer, lastAnswer, refresh } from '../calls.ts'
import { say } from '../text/language.ts'
import { tell } from '../ui/notices.ts'
import { merged } from './merge.ts'

const lanes = new Map<string, Promise<unknown>>()

/**
 * Saves what `change` makes of the filing as last seen. When it was changed elsewhere meanwhile, both changes are
 * brought together and saved, and the person is told. Saves of one filing wait for each other.
 */
export function saveFiling(filing: string, change: (now: Filing) => Filing): Promise<FilingView> {
  const before = lanes.get(filing) ?? Promise.resolve()
  const save = before.catch(() => undefined).then(() => saveNow(filing, change))
  lanes.set(filing, save)
  return save
}

async function saveNow(filing: string, change: (now: Filing) => Filing): Promise<FilingView> {
  const base = lastAnswer('filing/get', { filing }) ?? (await ask('filing/get', { filing }))
  const mine = change(base.filing)
  if (JSON.stringify(mine) === JSON.stringify(base.filing)) return base
  const saved = await saveOver(base, mine, base, 3)
  keepAnswer('filing/get', { filing }, saved)
  void refresh(
    'filing/checklist',
    'filing/checklist-diff',
    'image/list',
    'client/list',
    'form/asked',
    'form/guide-preview',
    'form/report',
    'form/preview',
  )
  return saved
}

/** Each stale answer brings a newer filing, onto which the same change is put again. */
async function saveOver(base: FilingView, mine: Filing, newest: FilingView, tries: number): Promise<FilingView> {
  const { whole, conflicts } = merged(base.filing, mine, newest.filing)
  try {
    const saved = await ask('filing/save', { filing: base.id, revision: newest.revision, data: whole })
    if (newest !== base) {
      const t = say('filing')
      tell(conflicts > 0 ? t('staleBoth', { count: conflicts }) : t('stale'))
    }
    return saved
  } catch (error) {
    const stale = error instanceof BridgeFailure && error.failure.code === 'filing.stale'
    if (!stale || tries === 0) throw error
    return saveOver(base, mine, await ask('filing/get', { filing: base.id }), tries - 1)
  }
}
