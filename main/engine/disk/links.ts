import { readlink, realpath } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** Where a link leads, be there something yet or not; what is no link, as it is. A rename would replace the link itself. */
export async function followed(path: string): Promise<string> {
  const link = await readlink(path).catch(() => null)
  if (link === null) return path
  return realpath(path).catch(async () => resolve(await realpath(dirname(path)), link))
}
