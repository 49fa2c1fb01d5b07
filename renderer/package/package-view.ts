/** Where a package goes and what came out of it. Pure. */

/** A folder of its own inside the chosen one; the chosen folder may hold other things. */
export function folderIn(chosen: string, name: string): string {
  const separator = chosen.includes('\\') ? '\\' : '/'
  return chosen.endsWith(separator) ? chosen + name : chosen + separator + name
}

/** A ZIP is known by its ending; the person may have typed another or none. */
export function asZip(path: string): string {
  return /\.zip$/i.test(path) ? path : `${path}.zip`
}
