import type { ImageView } from '../../preload/views.ts'

/** A short mark of what is done to a picture, so that its address changes when its looks do (FNV-1a). */
export function markOf(image: Pick<ImageView, 'adjustments'>): string {
  let hash = 0x811c9dc5
  for (const sign of JSON.stringify(image.adjustments)) {
    hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0
  }
  return hash.toString(36)
}

/** Where the shell serves a picture, as it came or as it is used; `side`: the longest side in pixels. */
export function previewUrl(image: Pick<ImageView, 'id' | 'adjustments'>, side: number, adjusted = true): string {
  const mark = adjusted ? markOf(image) : 'original'
  return `app://preview/image/${image.id}?adjusted=${adjusted ? 1 : 0}&side=${side}&v=${mark}`
}
