/** The package: every slot's picture in its window, the forms, a manifest and a summary a person can read. */
import { basename } from 'node:path'
import type { PackageResult } from '../../../preload/views.ts'
import type { Checklist, ChecklistItem, Finding, Slot } from '../../../rules/answers.ts'
import type { Rules } from '../../../rules/catalog.ts'
import { checklist } from '../../../rules/checklist.ts'
import { withOverruled } from '../../../rules/overrule.ts'
import {
  attachmentFindings,
  missingItems,
  unaskedFindings,
  unknownSlotFindings,
  unsortedFindings,
} from '../../../rules/package.ts'
import { judgeReadings, type ReadPicture } from '../../../rules/reading/judge.ts'
import { readingOf } from '../../../rules/reading/read.ts'
import type { Filing, IsoDate, Text } from '../../../rules/schema.ts'
import { slots } from '../../../rules/slots.ts'
import { unfitFinding } from '../../../rules/unfit.ts'
import { notMarked } from '../../../rules/watermark.ts'
import { manifestName, refuseForeign } from '../disk/replaceable.ts'
import { writePackage } from '../disk/write-folder.ts'
import type { CallContext } from '../dispatch.ts'
import { Failure, textsOf } from '../failure.ts'
import { groupByPlace, type PlacedPicture, withEachPage } from '../filings/filing-pictures.ts'
import type { Words } from '../imaging/lettering.ts'
import type { ChosenBlanks } from '../papers/blank-library.ts'
import { guideName, guideOf } from '../papers/form-folder.ts'
import { formsFor } from '../papers/forms.ts'
import { judgePart } from '../pictures/inspect.ts'
import { placeKey } from '../pictures/pictures.ts'
import { readSource } from '../pictures/readings.ts'
import { copyMark, filingMark } from '../pictures/watermarks.ts'
import { keptCopies } from './kept.ts'
import { isUnfit, joinUpload, picturesIn, type SlotPicture } from './slots.ts'
import { type SummaryFacts, summaryPdf } from './summary.ts'

export interface PackageJob {
  filing: Filing
  pictures: readonly PlacedPicture[]
  /** Names of the filing's pictures that have no place yet. */
  unsorted?: readonly string[]
  /** A folder, or a file ending in `.zip`. */
  out: string
  on: IsoDate
  /** Of the printable summary. */
  language: keyof Text
  /** Where copies to keep or to hand on go, marked with whose they are and what for; null: none are made. */
  keepCopies: string | null
  /** Whether pictures that were not read yet are read, so that their text is judged too. */
  read: boolean
  /** The blanks that its papers are written on. */
  blanks?: ChosenBlanks
}

const packageFormat = 'beiqi-package/1'

type PackageFile = PackageResult['files'][number]

interface Draft {
  contents: Map<string, Uint8Array>
  /** Copies to keep, by their name. */
  kept: Map<string, Uint8Array>
  files: PackageFile[]
  findings: Finding[]
}

/**
 * Works everything out in memory first, then writes all or nothing.
 * Fails with what a picture, a slot or the target folder fails with; then nothing has been written.
 */
export async function makePackage(job: PackageJob, context: CallContext): Promise<PackageResult> {
  await refuseForeign(job.out)
  if (job.keepCopies !== null) await refuseForeign(job.keepCopies)
  const list = checklist(job.filing, job.on, context.rules)
  const placed = await withEachPage(job.pictures)
  const pictures = groupByPlace(placed)
  const draft: Draft = {
    contents: new Map(),
    kept: new Map(),
    files: [],
    findings: [...list.findings, ...unasked(list, placed, context.rules), ...unsortedFindings(job.unsorted ?? [])],
  }
  const mark = filingMark(job.filing, context.rules)
  if (mark.finding) draft.findings.push(mark.finding)
  const copyWords = job.keepCopies === null ? null : copyMark(job.filing, job.on)
  const all = slots(list, job.filing, context.rules)
  const used = all.filter((slot) => picturesIn(slot, pictures, context.rules).length > 0)
  draft.findings.push(...unknownSlotFindings(job.filing, all), ...attachmentFindings(used, job.filing, context.rules))
  const total = used.length + 2
  for (const [done, slot] of used.entries()) {
    const step = (label: string) => context.step(done, total, label)
    step(slot.name)
    await addSlot(draft, slot, picturesIn(slot, pictures, context.rules), {
      ...context,
      step,
      watermark: mark.words,
      copyWords,
    })
  }
  draft.findings.push(...(await judgeRead(placed, job, context)))
  context.step(used.length, total, 'forms')
  const { on, blanks = {} } = job
  const forms = await formsFor(job.filing, { list, on, blanks }, context.rules)
  for (const { name, result } of forms) {
    addFile(draft, { slot: 'form', name: `表格/${name}`, bytes: result.pdf, from: [] })
  }
  if (forms.length > 0) {
    const { pdf } = await guideOf(job.filing, forms, job.on, context.rules)
    addFile(draft, { slot: 'form', name: `表格/${guideName}`, bytes: pdf, from: [] })
  }
  const missing = missingItems(list, (place) => (pictures.get(placeKey(place))?.length ?? 0) > 0)
  const result = resultOf(job, list, draft, missing)
  const { filing, language } = job
  await addSummary(draft, result, { filing, language, list, forms, missing, rules: context.rules })
  context.step(total - 1, total, manifestName)
  draft.contents.set(manifestName, manifestOf(result))
  await writePackage(job.out, draft.contents)
  if (job.keepCopies !== null) await writeKept(job.keepCopies, draft.kept)
  return result
}

function unasked(list: Checklist, pictures: readonly PlacedPicture[], { catalog }: Rules): Finding[] {
  const places = new Map(pictures.map(({ place }) => [placeKey(place), place]))
  const titles = new Map(catalog.materials.map(({ id, title }) => [id, title.zh]))
  return unaskedFindings(list, [...places.values()], (id) => titles.get(id) ?? id)
}

/** What stands on the pictures, against the filing; in the order of the pictures. */
async function judgeRead(
  pictures: readonly PlacedPicture[],
  { filing, on, read }: PackageJob,
  context: CallContext,
): Promise<Finding[]> {
  const { rules, signal } = context
  const readings: ReadPicture[] = []
  for (const { place, source } of pictures) {
    if (signal.aborted) throw new Failure('task.cancelled')
    const page = source.reading ?? (read ? await readSource(source, place.material, rules) : null)
    readings.push({ file: source.name, place, reading: page && readingOf(page, rules.tables) })
  }
  const found = judgeReadings(readings, filing, on, rules)
  return found.flatMap((findings, at) => withOverruled(findings, pictures[at]?.source.overruled ?? []))
}

/** `step` says what is being worked on, and throws when the person has cancelled. */
interface SlotContext {
  rules: Rules
  step(label: string): void
  signal: AbortSignal
  /** Of the files that are uploaded, and of the copies to keep; null: none. */
  watermark: Words | null
  copyWords: Words | null
}

async function addSlot(
  draft: Draft,
  slot: Slot,
  pictures: readonly SlotPicture[],
  context: SlotContext,
): Promise<void> {
  for (const { source, material } of pictures) {
    context.step(source.name)
    draft.findings.push(...(await judgePart(source, material, context.rules)))
  }
  context.step(slot.name)
  if (context.copyWords !== null) {
    const { copies, findings } = await keptCopies(slot, pictures, { ...context, watermark: context.copyWords })
    for (const { name, bytes } of copies) draft.kept.set(name, bytes)
    draft.findings.push(...findings)
  }
  const unfit = await addJoined(draft, slot, slot.name, pictures, context)
  if (!unfit) return
  const apart = pictures.length > 1 ? await addApart(draft, slot, pictures, context) : 0
  draft.findings.push(unfitFinding(slot, unfit.code, textsOf(unfit), apart))
}

/** One file of these pictures. Returns why there is none that can be read in the slot's window. */
async function addJoined(
  draft: Draft,
  slot: Slot,
  name: string,
  pictures: readonly SlotPicture[],
  context: SlotContext,
): Promise<Failure | null> {
  try {
    const { joined, unmarked } = await joinUpload(slot, pictures, context)
    if (unmarked) draft.findings.push(notMarked(slot, name, textsOf(unmarked)))
    const from = pictures.map(({ source }) => source.name)
    addFile(draft, { slot: slot.id, name: `${name}.jpg`, bytes: joined.bytes, from, size: joined })
    return null
  } catch (error) {
    if (!isUnfit(error)) throw error
    return error
  }
}

/** Each picture as a file of its own, to be uploaded where the portal has room for it. How many could be made. */
async function addApart(
  draft: Draft,
  slot: Slot,
  pictures: readonly SlotPicture[],
  context: SlotContext,
): Promise<number> {
  let made = 0
  for (const [at, picture] of pictures.entries()) {
    context.step(picture.source.name)
    if (!(await addJoined(draft, slot, `${slot.name}-${at + 1}`, [picture], context))) made += 1
  }
  return made
}

async function writeKept(out: string, kept: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const files = [...kept].map(([name, bytes]) => ({ name, bytes: bytes.length }))
  await writePackage(out, new Map([...kept, [manifestName, jsonBytes({ format: packageFormat, kind: 'kept', files })]]))
}

interface NewFile {
  slot: string
  name: string
  bytes: Uint8Array
  from: string[]
  size?: { width: number; height: number }
}

function addFile(draft: Draft, { slot, name, bytes, from, size }: NewFile): void {
  draft.contents.set(name, bytes)
  draft.files.push({ slot, name, bytes: bytes.length, width: size?.width ?? null, height: size?.height ?? null, from })
}

function resultOf(job: PackageJob, list: Checklist, draft: Draft, missing: ChecklistItem[]): PackageResult {
  return {
    format: packageFormat,
    out: job.out,
    rulesVersion: list.rulesVersion,
    asOf: job.on,
    files: draft.files,
    missing: missing.map(({ material, for: whose, title, need }) => ({ material, for: whose, title, need })),
    findings: draft.findings,
  }
}

async function addSummary(draft: Draft, result: PackageResult, facts: SummaryFacts): Promise<void> {
  const pdf = await summaryPdf(result, facts)
  addFile(draft, { slot: 'summary', name: '材料清单.pdf', bytes: pdf, from: [] })
}

/** Where this machine put the package is nobody else's business: only its own name goes in. */
function manifestOf(result: PackageResult): Uint8Array {
  return jsonBytes({ ...result, out: basename(result.out) })
}

function jsonBytes(data: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`)
}
