/** The photos of `examples/`, with what is true of them. */
import { readFile } from 'node:fs/promises'
import type { Adjustment, Corners } from '../../rules/schema.ts'

const examples = new URL('../../examples/', import.meta.url)

/** The photos' true corners were written into the filings when the photos were drawn. */
export async function example(
  folder: string,
  file: string,
): Promise<{ bytes: Buffer; corners: Corners; aspect: number }> {
  const { materials } = JSON.parse(await readFile(new URL(`${folder}/filing.json`, examples), 'utf8'))
  const entries = Object.values(materials as Record<string, { file: string; adjustments: Adjustment[] }[]>).flat()
  const [truth] = entries.find((entry) => entry.file === file)?.adjustments ?? []
  if (truth?.kind !== 'straighten' || truth.aspect === undefined) throw new Error(`${file} has no true corners`)
  return { bytes: await readFile(new URL(`${folder}/${file}`, examples)), corners: truth.corners, aspect: truth.aspect }
}
