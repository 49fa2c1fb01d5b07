/** One scene read as the program reads a picture that comes in, against what stands on its document. */
import { suggest } from '../../../main/engine/pictures/readings.ts'
import type { Finding } from '../../../rules/answers.ts'
import { shippedRules } from '../../../rules/catalog.ts'
import { judgeReadings } from '../../../rules/reading/judge.ts'
import type { DocumentReading, ReadFieldName } from '../../../rules/reading/schema.ts'
import type { Adjustment, Corners, Filing, IsoDate, MaterialId } from '../../../rules/schema.ts'
import type { DrawnScene } from '../scenes/index.ts'
import type { Truth } from './documents.ts'
import { contradicting, filingOf } from './filings.ts'

export type ReadScene = Omit<DrawnScene, 'jpeg'> & { truth: Truth }

export interface Read {
  scene: ReadScene
  /** Of a picture whose turn was told: whether it comes out upright; null: not told. */
  upright: boolean | null
  reading: DocumentReading | null
  /** Said to be the wrong kind where it belongs, and where it does not. */
  alarmed: boolean
  caught: boolean
  /** Facts said to differ where the filing has what stands there; and where it has something else, of how many. */
  disputed: number
  contradicted: { caught: number; of: number }
  milliseconds: number
  isRight: boolean
  line: string
}

const { tables } = shippedRules

export async function readScene(scene: ReadScene, jpeg: Uint8Array): Promise<Read> {
  const before = process.cpuUsage()
  const { adjustments, reading } = await suggest(jpeg, `${scene.seed}.jpg`, null, shippedRules)
  const { user, system } = process.cpuUsage(before)
  const upright = reading?.turn === 0 ? isUpright(adjustments, scene) : null
  const [own, foreign] = placesOf(scene.truth.document)
  const read = {
    scene,
    upright,
    reading,
    alarmed: isCalledWrong(reading, own),
    caught: isCalledWrong(reading, foreign),
    disputed: disputes(reading, own, filingOf(scene.truth)),
    contradicted: contradicted(reading, own, scene.truth),
    milliseconds: (user + system) / 1000,
  }
  const wrong = wrongFields(read).map(({ field, value, standing }) => `${field}=${value} [${standing}]`)
  const missed = (Object.keys(scene.truth.facts) as ReadFieldName[]).filter(
    (field) => !isExact({ reading, scene }, field),
  )
  const isRight = upright === true && reading?.document === scene.truth.document && missed.length === 0
  const { seed, material, faults, truth } = scene
  const line = `${seed} ${truth.document} on ${material} (${faults.join(' ')}): ${reading?.document} turn ${reading?.turn} upright ${upright} outline ${adjustments.some(({ kind }) => kind === 'straighten')} ${wrong.join(' ')} missed ${missed.join(' ')} disputed ${read.disputed} ${JSON.stringify(truth.facts)}`
  return { ...read, isRight, line }
}

/** Values that were read and are not what stands there. */
export function wrongFields({ reading, scene }: Pick<Read, 'reading' | 'scene'>) {
  return (reading?.fields ?? []).filter(({ field, value }) => {
    const truth = scene.truth.facts[field]
    return truth !== undefined && truth !== value
  })
}

export function isExact({ reading, scene }: Pick<Read, 'reading' | 'scene'>, field: ReadFieldName): boolean {
  return reading?.fields.some((one) => one.field === field && one.value === scene.truth.facts[field]) ?? false
}

/** A place where the document belongs, and one where it does not. */
function placesOf(document: string): [MaterialId, MaterialId] {
  const own = tables.documents.documents.find(({ id }) => id === document)?.materials[0] ?? 'verification-form'
  return [own, own === 'domain-certificate' ? 'subject-responsible-id' : 'domain-certificate']
}

function isCalledWrong(reading: DocumentReading | null, material: MaterialId): boolean {
  return findings(reading, material, { format: 'beiqi-filing/1' }).some(({ code }) => code === 'image.wrong-kind')
}

function findings(reading: DocumentReading | null, material: MaterialId, filing: Filing): Finding[] {
  const owner = material === 'domain-certificate' ? 'services[0]' : 'subject'
  const picture = { file: 'x', place: { material, for: owner }, reading }
  return judgeReadings([picture], filing, '2026-11-29' as IsoDate, shippedRules).flat()
}

/** Notes count too: the person sees them, rightly or not. */
function disputes(reading: DocumentReading | null, material: MaterialId, filing: Filing): number {
  return findings(reading, material, filing).filter(({ code }) => code === 'reading.mismatch').length
}

function contradicted(reading: DocumentReading | null, material: MaterialId, truth: Truth): Read['contradicted'] {
  const filings = (Object.keys(truth.facts) as ReadFieldName[]).flatMap((field) => contradicting(truth, field) ?? [])
  return { caught: filings.filter((filing) => disputes(reading, material, filing) > 0).length, of: filings.length }
}

/** Whether the document's own upper side ends up on top, to the nearest quarter. */
function isUpright(adjustments: readonly Adjustment[], { documents, width, height }: ReadScene): boolean {
  const truth = documents[0]?.corners
  if (!truth) return false
  const [step] = adjustments
  const straighten = step?.kind === 'straighten' ? step.corners : turnedFrame(step, width, height)
  return cosine(sideOf(straighten), sideOf(truth as Corners)) > Math.SQRT1_2 - 0.1
}

/** The corners of the whole picture as they lie after a turn. */
function turnedFrame(step: Adjustment | undefined, width: number, height: number): Corners {
  const quarters = step?.kind === 'rotate' ? step.degrees / 90 : 0
  const frame: Corners = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
  return frame.map((_, at) => frame[(at - quarters + 8) % 4]) as unknown as Corners
}

function sideOf([a, b]: Corners): [number, number] {
  return [b[0] - a[0], b[1] - a[1]]
}

function cosine([ax, ay]: [number, number], [bx, by]: [number, number]): number {
  return (ax * bx + ay * by) / (Math.hypot(ax, ay) * Math.hypot(bx, by))
}
