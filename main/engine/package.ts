/** The package: every slot's picture in its window, the forms, a manifest and a summary a person can read. */
import { basename } from 'node:path'
import type { PackageResult } from '../../preload/views.ts'
import type { Checklist, ChecklistItem, Finding, Slot } from '../../rules/answers.ts'
import type { Rules } from '../../rules/catalog.ts'
import { checklist } from '../../rules/checklist.ts'
import { missingItems, unaskedFindings } from '../../rules/package.ts'
import type { Filing, IsoDate, Text } from '../../rules/schema.ts'
import { slots } from '../../rules/slots.ts'
import type { CallContext } from './dispatch.ts'
import { groupByPlace, type PlacedPicture } from './filing-pictures.ts'
import { formsFor } from './forms.ts'
import { judgePart } from './inspect.ts'
import { type PicturesByPlace, placeKey } from './pictures.ts'
import { joinSlot, picturesIn } from './slots.ts'
import { type SummaryFacts, summaryPdf } from './summary.ts'
import { manifestName, refuseForeign, writePackage } from './write-folder.ts'

export interface PackageJob {
  filing: Filing
  pictures: readonly PlacedPicture[]
  /** A folder, or a file ending in `.zip`. */
  out: string
  on: IsoDate
  /** Of the printable summary. */
  language: keyof Text
}

type PackageFile = PackageResult['files'][number]

interface Draft {
  contents: Map<string, Uint8Array>
  files: PackageFile[]
  findings: Finding[]
}

/**
 * Works everything out in memory first, then writes all or nothing.
 * Fails with what a picture, a slot or the target folder fails with; then nothing has been written.
 */
export async function makePackage(job: PackageJob, context: CallContext): Promise<PackageResult> {
  await refuseForeign(job.out)
  const list = checklist(job.filing, job.on, context.rules)
  const pictures = groupByPlace(job.pictures)
  const draft: Draft = {
    contents: new Map(),
    files: [],
    findings: [...list.findings, ...unasked(list, job.pictures, context.rules)],
  }
  const used = slots(list, job.filing, context.rules).filter((slot) => picturesIn(slot, pictures).length > 0)
  const total = used.length + 2
  for (const [done, slot] of used.entries()) {
    const step = (label: string) => context.step(done, total, label)
    step(slot.name)
    await addSlot(draft, slot, pictures, { ...context, step })
  }
  context.step(used.length, total, 'forms')
  const forms = await formsFor(job.filing, list, job.on, context.rules)
  for (const form of forms) addFile(draft, { slot: 'form', name: form.name, bytes: form.pdf, from: [] })
  const missing = missingItems(list, (place) => (pictures.get(placeKey(place))?.length ?? 0) > 0)
  const result = resultOf(job, list, draft, missing)
  const { filing, language } = job
  await addSummary(draft, result, { filing, language, list, forms, missing, rules: context.rules })
  context.step(total - 1, total, manifestName)
  draft.contents.set(manifestName, manifestOf(result))
  await writePackage(job.out, draft.contents)
  return result
}

function unasked(list: Checklist, pictures: readonly PlacedPicture[], { catalog }: Rules): Finding[] {
  const places = new Map(pictures.map(({ place }) => [placeKey(place), place]))
  const titles = new Map(catalog.materials.map(({ id, title }) => [id, title.zh]))
  return unaskedFindings(list, [...places.values()], (id) => titles.get(id) ?? id)
}

/** `step` says what is being worked on, and throws when the person has cancelled. */
interface SlotContext {
  rules: Rules
  step(label: string): void
  signal: AbortSignal
}

async function addSlot(
  draft: Draft,
  slot: Slot,
  pictures: PicturesByPlace,
  { rules, step, signal }: SlotContext,
): Promise<void> {
  const sources = picturesIn(slot, pictures)
  for (const source of sources) {
    step(source.name)
    draft.findings.push(...(await judgePart(source, rules)))
  }
  step(slot.name)
  const joined = await joinSlot(slot, sources, signal)
  addFile(draft, {
    slot: slot.id,
    name: `${slot.name}.jpg`,
    bytes: joined.bytes,
    from: sources.map((source) => source.name),
    size: joined,
  })
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
    format: 'beiqi-package/1',
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
  return new TextEncoder().encode(`${JSON.stringify({ ...result, out: basename(result.out) }, null, 2)}\n`)
}
