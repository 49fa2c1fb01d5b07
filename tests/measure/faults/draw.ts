/**
 * `node tests/measure/faults/draw.ts SEED…`: draws the faulty pictures of the seeds into the folder where `stored.ts`
 * looks. In a process of its own, as `../scenes/draw.ts` says.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { drawFaulty } from './index.ts'
import { faultsFolder, listPath, picturePath } from './kept.ts'

await mkdir(faultsFolder, { recursive: true })
for (const seed of process.argv.slice(2).map(Number)) {
  const drawn = await drawFaulty(seed)
  for (const { jpeg, fault } of drawn) await writeFile(picturePath(seed, fault), jpeg)
  const list = drawn.map(({ jpeg: _, ...rest }) => rest)
  await writeFile(`${listPath(seed)}.part`, JSON.stringify(list))
  await rename(`${listPath(seed)}.part`, listPath(seed))
}
