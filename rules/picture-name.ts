/** Which picture of its file, and which of several that are called the same. */
export interface NamedPicture {
  /** Of the original's file. */
  name: string
  /** Counted from 1; null where the original is one picture. */
  page: number | null
  /** Counted from 1 over all pictures of a filing with this name and page: cut out of one photo, or pasted. */
  nth: number
}

/**
 * What people call it: `scan.pdf#2` is its second page, as on the command line; `cards (2).jpg` the second so called,
 * with its ending still at the end.
 */
export function pictureName({ name, page, nth }: NamedPicture): string {
  const whole = page === null ? name : `${name}#${page}`
  if (nth === 1) return whole
  const [, stem = whole, ending = ''] = /^(.+)(\.\w+)$/.exec(whole) ?? []
  return `${stem} (${nth})${ending}`
}
