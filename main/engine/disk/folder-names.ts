import { basename } from 'node:path'

/** Names for folders beside each other: without what a file system refuses, equal ones numbered. */
export function folderNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const plain = basename(name)
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')
      .slice(0, 100)
    const count = (seen.get(plain) ?? 0) + 1
    seen.set(plain, count)
    return `${plain}${count > 1 ? `-${count}` : ''}`
  })
}
