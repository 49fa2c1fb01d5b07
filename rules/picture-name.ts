/** Which picture of its file, and which of several that are called the same. */
export interface NamedPicture {
  /** Of the original's file. */
  name: string
  /** Counted from 1; null where the original is one picture. */
  page: number | null
  /** Counted from 1 over all pictures of a filing with this name and page: cut out of one photo, or pasted. */
  nth: number
}

/** What people call it: `scan.pdf#2` is its second page, as on the command line; `cards.jpg (2)` the second so called. */
export function pictureName({ name, page, nth }: NamedPicture): string {
  const whole = page === null ? name : `${name}#${page}`
  return nth === 1 ? whole : `${whole} (${nth})`
}
