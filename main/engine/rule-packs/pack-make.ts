/** The maker's side: a folder laid out like `rules/data/` becomes a signed pack, proved as an importer proves it. */
import { createPublicKey, sign } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Output } from '../../../preload/contract.ts'
import { dataFiles, filesApart } from '../../../rules/data-files.ts'
import { packFormat, RulePack } from '../../../rules/pack-schema.ts'
import { readWhole } from '../disk/local-files.ts'
import { saveWhole } from '../disk/save-whole.ts'
import { Failure } from '../failure.ts'
import { expectationOf } from '../filings/filing-file-issue.ts'
import { packLimitBytes, parsePackJson, rulesOf, signedBytes } from './pack-file.ts'
import { keyId, readKey } from './pack-keys.ts'

/** Fails with `rules.*` as an import would, and with `file.*`; then nothing has been written. */
export async function makePack(folder: string, keyPath: string, out: string): Promise<Output<'rules/pack'>> {
  const key = await readKey(keyPath, 'private')
  const files = []
  for (const name of await dataNames(folder)) files.push({ name, data: await readJson(folder, name) })
  const [changelog, golden] = [await readJson(folder, 'changelog.json'), await readJson(folder, 'golden.json')]
  const version = (files.find(({ name }) => name === 'version.json')?.data as { version?: unknown } | undefined)
    ?.version
  const json = { format: packFormat, version, changelog, files, golden }
  const pack = checkedPack(json, folder)
  rulesOf(pack, folder)
  const signer = keyId(createPublicKey(key))
  const value = sign(null, signedBytes(json, folder), key).toString('base64')
  const bytes = Buffer.from(`${JSON.stringify({ ...json, signature: { key: signer, value } }, null, 1)}\n`)
  await saveWhole(out, bytes)
  return {
    out,
    version: pack.version,
    key: signer,
    bytes: bytes.length,
    files: files.length,
    golden: pack.golden.length,
  }
}

function checkedPack(json: unknown, folder: string): RulePack {
  const parsed = RulePack.safeParse(json)
  if (!parsed.success) {
    throw new Failure('rules.pack-invalid', { file: folder, ...expectationOf(RulePack, json, parsed.error.issues) })
  }
  const { version, changelog } = parsed.data
  if (changelog.some((entry) => entry.version === version)) return parsed.data
  throw new Failure('rules.data-mistake', { file: folder, detail: `changelog.json: no entry for ${version}` })
}

/** In the order of the shipped files, which is the order in which things are offered; then what is new, by name. */
async function dataNames(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new Failure('file.unreadable', { file: folder, detail: error.code ?? String(error) })
  })
  const shipped = Object.keys(dataFiles)
  const place = (name: string) => (shipped.includes(name) ? shipped.indexOf(name) : shipped.length)
  return found
    .map((name) => name.replaceAll(sep, '/'))
    .filter((name) => name.endsWith('.json') && !filesApart.includes(name))
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}

async function readJson(folder: string, name: string): Promise<unknown> {
  const path = join(folder, name)
  return parsePackJson(new TextDecoder().decode(await readWhole(path, packLimitBytes)), path)
}
