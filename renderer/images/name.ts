import type { ImageView } from '../../preload/views.ts'
import { pictureName } from '../../rules/picture-name.ts'

/** As findings, packages and the command line call it too. */
export const nameOf = (image: Pick<ImageView, 'name' | 'page' | 'nth'>): string => pictureName(image)
