/** Originals are never written over, whatever was typed as `--out`. */
import { stat } from 'node:fs/promises'
import { Failure } from '../engine/failure.ts'

/** Fails with `file.is-input` when `out` is one of the inputs, also by another name or a link. */
export async function refuseOverwriting(out: string, inputs: readonly string[]): Promise<void> {
  const target = await fileIdentity(out)
  if (target === null) return
  for (const input of inputs) {
    if ((await fileIdentity(input)) === target) throw new Failure('file.is-input', { file: out })
  }
}

async function fileIdentity(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null)
  return found && `${found.dev}:${found.ino}`
}
