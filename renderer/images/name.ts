import type { ImageView } from '../../preload/views.ts'

/** `scan.pdf#2`: its second page, as findings, packages and the command line call it too. */
export function nameOf({ name, page }: Pick<ImageView, 'name' | 'page'>): string {
  return page === null ? name : `${name}#${page}`
}
