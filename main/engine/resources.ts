import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The program's own folder: the nearest one above this file that holds `assets/`, run from source or built. */
function programFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'assets', 'forms'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('The program folder with assets/ was not found')
    folder = parent
  }
  return folder
}

/** The path of something that ships with the program as it is. */
export function resourcePath(...parts: string[]): string {
  return join(programFolder(), ...parts)
}
