/**
 * `node tests/measure/reading/draw.ts SEED…`: the scenes of the seeds, each with a document whose words are known, into
 * tests/.results. In a process of its own, as `scenes/draw.ts` says.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { drawPlan } from '../scenes/index.ts'
import { planOf } from '../scenes/plan.ts'
import { readDocument } from './documents.ts'
import { readFolder, readPath, readSide } from './place.ts'

await mkdir(readFolder, { recursive: true })
for (const seed of process.argv.slice(2).map(Number)) {
  const plan = planOf(seed, readSide)
  const [laid] = plan.documents
  if (!laid) throw new Error(`scene ${seed} shows no document`)
  const { sheet, ...truth } = readDocument(laid.kind, seed)
  const { jpeg, ...scene } = await drawPlan({ ...plan, documents: [{ ...laid, sheet }] }, readSide)
  await writeFile(`${readPath(seed)}.jpg`, jpeg)
  await writeFile(`${readPath(seed)}.json.part`, JSON.stringify({ ...scene, truth }))
  await rename(`${readPath(seed)}.json.part`, `${readPath(seed)}.json`)
}
