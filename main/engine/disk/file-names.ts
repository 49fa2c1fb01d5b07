/** Names of files and folders that lie beside each other, on any disk. */
import { basename } from 'node:path'

/** The longest name that the usual file systems take, in UTF-8; some count characters, of which there are fewer. */
const MOST_BYTES = 255

/** Names that were given out, so that the next one differs from each. */
export class NamesTaken {
  readonly #taken = new Set<string>()

  /**
   * `stem` with its ending, numbered when that is taken and cut when it is too long. Windows and macOS take names for
   * the same that differ only in case or in how an accent is composed: there the second file would replace the first.
   */
  free(stem: string, ending = ''): string {
    for (let nth = 1; ; nth += 1) {
      const tail = nth === 1 ? ending : `-${nth}${ending}`
      const name = `${cutName(stem, MOST_BYTES - Buffer.byteLength(tail))}${tail}`
      const same = name.normalize('NFC').toLowerCase()
      if (this.#taken.has(same)) continue
      this.#taken.add(same)
      return name
    }
  }
}

/** As many whole characters from the start as fit. */
export function cutName(name: string, mostBytes: number): string {
  let kept = ''
  let left = mostBytes
  for (const character of name) {
    left -= Buffer.byteLength(character)
    if (left < 0) break
    kept += character
  }
  return kept
}

/** Names for folders beside each other: without what a file system refuses or leaves out, equal ones numbered. */
export function folderNames(names: readonly string[]): string[] {
  const taken = new NamesTaken()
  return names.map((name) => {
    const plain = basename(name)
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')
      .replace(/^\.+|[. ]+$/g, '')
    return taken.free([...plain].slice(0, 100).join('') || '-')
  })
}
