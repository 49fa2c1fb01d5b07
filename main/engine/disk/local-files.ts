/** Files of the person's own folders: read whole with a size limit, with failures that name the file. */
import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { Failure } from '../failure.ts'
import { type PictureSource, pageName } from '../pictures/pictures.ts'

const mebibyte = 1024 * 1024
/** Larger than any phone photo or single scanned page. */
export const pictureLimitBytes = 60 * mebibyte

/** Fails with `file.missing`, `file.not-a-file`, `file.unreadable` or `file.too-large`. */
export async function readWhole(path: string, limitBytes: number): Promise<Uint8Array> {
  try {
    const { size } = await requireFile(path)
    if (size > limitBytes) {
      throw new Failure('file.too-large', {
        file: path,
        megabytes: (size / mebibyte).toFixed(1),
        limit: Math.floor(limitBytes / mebibyte),
      })
    }
    return await readFile(path)
  } catch (error) {
    throw readFailure(error, path)
  }
}

async function requireFile(path: string) {
  const found = await stat(path)
  if (!found.isFile()) throw new Failure('file.not-a-file', { file: path })
  return found
}

function readFailure(error: unknown, path: string): Failure {
  if (error instanceof Failure) return error
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Failure('file.missing', { file: path })
  return new Failure('file.unreadable', { file: path, detail: code })
}

/** `file` is relative to the folder `base`. */
export function fileSource(
  base: string,
  file: string,
  { page, adjustments, overruled = [] }: Pick<PictureSource, 'page' | 'adjustments'> & Partial<PictureSource>,
): PictureSource {
  const path = resolve(base, file)
  const own = basename(file)
  const name = pageName(own, page)
  return { file: own, name, page, adjustments, overruled, load: () => readWhole(path, pictureLimitBytes) }
}
