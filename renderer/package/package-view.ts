/** Where a package goes and what came out of it. Pure. */

/** A folder of its own inside the chosen one; the chosen folder may hold other things. */
export function folderIn(chosen: string, name: string): string {
  const separator = chosen.includes('\\') ? '\\' : '/'
  return chosen.endsWith(separator) ? chosen + name : chosen + separator + name
}

/** Which sentence says what is still open; null: nothing is. */
export function openKind(missing: number, refused: number): 'Both' | 'Missing' | 'Refused' | null {
  if (missing > 0) return refused > 0 ? 'Both' : 'Missing'
  return refused > 0 ? 'Refused' : null
}

/** A ZIP is known by its ending; the person may have typed another or none. */
export function asZip(path: string): string {
  return /\.zip$/i.test(path) ? path : `${path}.zip`
}

/** Beside the package, of the same kind. */
export function keptBeside(out: string, named: (name: string) => string): string {
  const [, stem = out, ending = ''] = /^(.*?)(\.zip)?$/i.exec(out) ?? []
  const at = Math.max(stem.lastIndexOf('/'), stem.lastIndexOf('\\')) + 1
  return stem.slice(0, at) + named(stem.slice(at)) + ending
}
