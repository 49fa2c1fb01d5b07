/**
 * The edition of the rules in use: the shipped one, or a pack that was imported into the data folder. Every use case
 * is given the edition by its context, so that one call sees one edition from its beginning to its end.
 */
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { FailureData } from '../../../preload/failures.ts'
import { type Rules, shippedRules } from '../../../rules/catalog.ts'
import { compareVersions, shippedChangelog } from '../../../rules/pack.ts'
import { type Changelog, RulesVersion } from '../../../rules/pack-schema.ts'
import { readWhole } from '../disk/local-files.ts'
import { Failure, failureOf } from '../failure.ts'
import { type OpenedPack, openPack, packLimitBytes, parsePackJson } from './pack-file.ts'
import { rulesFolder, saveInRules, trustedKeys } from './pack-keys.ts'

const Kept = z.strictObject({
  format: z.literal('beiqi-active-rules/1'),
  importedAt: z.iso.datetime(),
  /** The shipped edition of that day: once the program ships a newer one than the pack, the pack is left aside. */
  shipped: RulesVersion,
  pack: z.unknown(),
})

export interface Edition {
  rules: Rules
  origin: 'shipped' | 'pack'
  importedAt: string | null
  /** Who signed the pack. */
  key: string | null
  changelog: Changelog
}

const shippedEdition: Edition = {
  rules: shippedRules,
  origin: 'shipped',
  importedAt: null,
  key: null,
  changelog: shippedChangelog,
}

const keptFile = (dataFolder: string) => join(rulesFolder(dataFolder), 'active.json')

/** A kept pack that cannot be used any more does not stop the program: the shipped rules speak, and `damaged` says why. */
export class RuleEditions {
  edition: Edition = shippedEdition
  damaged: FailureData | null = null
  readonly folder: string | null

  /** @param folder the data folder; null: nothing is kept, the shipped rules speak */
  constructor(folder: string | null) {
    this.folder = folder
    if (folder === null) return
    try {
      this.edition = keptEdition(folder) ?? shippedEdition
    } catch (error) {
      this.damaged = failureOf(error)
    }
  }

  get rules(): Rules {
    return this.edition.rules
  }

  /**
   * Takes a pack file into use, whole or not at all.
   * @param older takes one that is not newer than the edition in use
   * @param before what has to succeed before anything is changed; its answer is given back
   * Fails with `rules.*` and `file.*`; then the edition in use and the kept file are as before.
   */
  async take<T>(path: string, older: boolean, before: (next: Rules) => T): Promise<T> {
    const folder = this.folderOrFail()
    const opened = openPack(parsePackJson(await readText(path), path), path, trustedKeys(folder))
    const [version, active] = [opened.rules.version, this.rules.version]
    if (!older && compareVersions(version, active) <= 0) throw new Failure('rules.older', { version, active })
    const answer = before(opened.rules)
    const importedAt = new Date().toISOString()
    const kept: z.input<typeof Kept> = {
      format: 'beiqi-active-rules/1',
      importedAt,
      shipped: shippedRules.version,
      pack: opened.json,
    }
    await saveInRules(keptFile(folder), JSON.stringify(kept))
    this.use(editionOf(opened, importedAt))
    return answer
  }

  /** Back to the shipped rules. */
  async revert<T>(before: (next: Rules) => T): Promise<T> {
    const folder = this.folderOrFail()
    const answer = before(shippedRules)
    await rm(keptFile(folder), { force: true }).catch((error: NodeJS.ErrnoException) => {
      throw new Failure('file.unwritable', { file: keptFile(folder), detail: error.code ?? String(error) })
    })
    this.use(shippedEdition)
    return answer
  }

  folderOrFail(): string {
    if (this.folder === null) throw new Failure('store.none')
    return this.folder
  }

  private use(edition: Edition): void {
    this.edition = edition
    this.damaged = null
  }
}

function editionOf({ rules, key, pack }: OpenedPack, importedAt: string): Edition {
  return { rules, origin: 'pack', importedAt, key, changelog: pack.changelog }
}

/** The kept pack, proved again: the program may have changed since. null: there is none, or the program is ahead of it. */
function keptEdition(folder: string): Edition | null {
  const file = keptFile(folder)
  const text = textIfThere(file)
  if (text === null) return null
  const parsed = Kept.safeParse(parsePackJson(text, file))
  if (!parsed.success) throw new Failure('rules.pack-invalid', { file, path: '', expected: 'beiqi-active-rules/1' })
  const { pack, importedAt, shipped } = parsed.data
  const opened = openPack(pack, file, trustedKeys(folder))
  const isAhead = compareVersions(shippedRules.version, opened.rules.version) >= 0
  return isAhead && shipped !== shippedRules.version ? null : editionOf(opened, importedAt)
}

function textIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw new Failure('file.unreadable', { file, detail: code ?? String(error) })
  }
}

async function readText(path: string): Promise<string> {
  const bytes = await readWhole(path, packLimitBytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Failure('input.not-utf8', { file: path })
  }
}
