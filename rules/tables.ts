/** The tables of `rules/data/`, parsed once. A mistake is refused, naming the file and the path in it. */

import type { z } from 'zod'
import type { DataFiles } from './data-files.ts'
import { MaterialTable } from './material-schema.ts'
import { PictureLimits } from './picture-limits-schema.ts'
import { DocumentTable } from './reading/documents-schema.ts'
import { materialIds, paperKinds, provinceCodes } from './schema.ts'
import { SignedLimits } from './signed-schema.ts'
import {
  CertificateTable,
  Joining,
  PaperTable,
  Provider,
  ProvinceTable,
  RegistrarTable,
  RejectionTable,
  ServerTable,
  SiteNameTable,
  SourceTable,
  SuffixTable,
  TopicTable,
  Version,
} from './tables-schema.ts'

export class DataMistake extends Error {
  override readonly name = 'DataMistake'
  constructor(file: string, path: string, what: string) {
    super(`rules/data/${file}: ${path || '(whole file)'}: ${what}`)
  }
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  )
}

type Issue = z.core.$ZodIssue

/** Of a union, the branch that came closest tells what was meant. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const branches = issue.errors.filter((branch) => branch.length > 0).map((branch) => branch.map(deepest))
  const unrecognized = (branch: Issue[]) => branch.filter((inner) => inner.path.length === 0).length
  const best = branches.sort((a, b) => unrecognized(a) - unrecognized(b) || a.length - b.length)[0]?.[0]
  return best ? { ...best, path: [...issue.path, ...best.path] } : issue
}

/** One data file by its schema. Throws `DataMistake`. */
export function parseData<Schema extends z.ZodType>(files: DataFiles, file: string, schema: Schema): z.infer<Schema> {
  const data = files[file]
  if (data === undefined) throw new DataMistake(file, '', 'the file is missing')
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  if (!issue) throw new DataMistake(file, '', 'not as expected')
  const { path, message } = deepest(issue)
  throw new DataMistake(file, pathText(path), message)
}

/** Throws when two entries share what tells them apart. */
export function refuseTwins(file: string, ids: readonly string[]): void {
  const twin = ids.findIndex((id, index) => ids.indexOf(id) !== index)
  if (twin >= 0) throw new DataMistake(file, `[${twin}]`, `"${ids[twin]}" stands twice`)
}

function refuseGaps(file: string, expected: readonly string[], found: readonly string[]): void {
  const gap = expected.find((id) => !found.includes(id))
  if (gap !== undefined) throw new DataMistake(file, '', `"${gap}" is missing`)
}

/** Where a `sources` list, wherever it stands, names a source that does not exist; null: nowhere. */
function strangeSource(data: unknown, known: ReadonlySet<string>): { path: PropertyKey[]; id: string } | null {
  if (typeof data !== 'object' || data === null) return null
  for (const [key, value] of Object.entries(data)) {
    const index = key === 'sources' && Array.isArray(value) ? value.findIndex(({ id }) => !known.has(id)) : -1
    const found = index < 0 ? strangeSource(value, known) : { path: [index, 'id'], id: String(value[index].id) }
    if (found) return { ...found, path: [Array.isArray(data) ? Number(key) : key, ...found.path] }
  }
  return null
}

function refuseUnknownSources(file: string, data: unknown, known: ReadonlySet<string>): void {
  const found = strangeSource(data, known)
  if (found) throw new DataMistake(file, pathText(found.path), `there is no source "${found.id}"`)
}

function filesIn(files: DataFiles, folder: string): string[] {
  return Object.keys(files).filter((file) => file.startsWith(`${folder}/`))
}

export function readTables(files: DataFiles) {
  const sources = parseData(files, 'sources.json', SourceTable)
  const known = new Set(Object.keys(sources))
  for (const [file, data] of Object.entries(files)) refuseUnknownSources(file, data, known)
  const tables = {
    version: parseData(files, 'version.json', Version).version,
    sources,
    materials: parseData(files, 'materials.json', MaterialTable),
    provinces: parseData(files, 'provinces.json', ProvinceTable),
    certificates: parseData(files, 'certificates.json', CertificateTable),
    suffixes: parseData(files, 'domain-suffixes.json', SuffixTable),
    registrars: parseData(files, 'registrars.json', RegistrarTable),
    rejections: parseData(files, 'rejections.json', RejectionTable),
    topics: parseData(files, 'topics.json', TopicTable),
    siteNames: parseData(files, 'site-names.json', SiteNameTable),
    joining: parseData(files, 'joining.json', Joining),
    papers: parseData(files, 'papers.json', PaperTable),
    pictureLimits: parseData(files, 'picture-limits.json', PictureLimits),
    documents: parseData(files, 'documents.json', DocumentTable),
    signedLimits: parseData(files, 'signed-limits.json', SignedLimits),
    providers: filesIn(files, 'providers').map((file) => parseData(files, file, Provider)),
    servers: filesIn(files, 'servers').map((file) => parseData(files, file, ServerTable)),
  }
  crossCheck(files, tables)
  return tables
}
export type Tables = ReturnType<typeof readTables>

type Parsed = Pick<Tables, 'papers' | 'materials' | 'provinces' | 'registrars' | 'topics' | 'providers' | 'servers'>

function crossCheck(
  files: DataFiles,
  { papers, materials, provinces, registrars, topics, providers, servers }: Parsed,
): void {
  const lists = {
    'materials.json': materials.map(({ id }) => id),
    'provinces.json': provinces.map(({ code }) => code),
    'registrars.json': registrars.map(({ id }) => id),
    'topics.json': topics.map(({ id }) => id),
    'papers.json': [...papers.kinds, ...papers.windows, ...papers.refusals].map(({ id }) => id),
  }
  for (const [file, ids] of Object.entries(lists)) refuseTwins(file, ids)
  refuseGaps('materials.json', materialIds, lists['materials.json'])
  refuseGaps('provinces.json', provinceCodes, lists['provinces.json'])
  refuseGaps('papers.json', paperKinds, lists['papers.json'])
  const strange = papers.windows.findIndex((window) =>
    window.providers?.some((id) => !providers.some((provider) => provider.id === id)),
  )
  if (strange >= 0) throw new DataMistake('papers.json', `windows[${strange}].providers`, 'is not a provider')
  for (const [index, file] of filesIn(files, 'providers').entries()) {
    if (file !== `providers/${providers[index]?.id}.json`)
      throw new DataMistake(file, 'id', 'must be the name of the file')
  }
  refuseGaps(
    'providers',
    ['generic'],
    providers.map(({ id }) => id),
  )
  for (const [index, file] of filesIn(files, 'servers').entries()) {
    const table = servers[index]
    if (!providers.some(({ id }) => id === table?.provider))
      throw new DataMistake(file, 'provider', 'is not a provider')
    refuseTwins(
      file,
      (table?.products ?? []).map(({ id }) => id),
    )
  }
}
