/** Rows of the store as the window is shown them. */
import type { FilingView, ImageView } from '../../preload/views.ts'
import { withOverruled } from '../../rules/overrule.ts'
import { pictureName } from '../../rules/picture-name.ts'
import type { StoredFiling } from './store/filings.ts'
import type { Image } from './store/images.ts'

export const filingView = (stored: StoredFiling): FilingView => stored

/** `more`: what is known of it beside its row. */
export function imageView(
  image: Image,
  { findings, ...more }: Pick<ImageView, 'reading' | 'toRead' | 'offers' | 'findings'>,
): ImageView {
  const { client: _client, hash: _hash, measurements: _measured, reading: _sealed, ...row } = image
  const { overruled, settled: _settled, proposed: _proposed, ...view } = row
  // What was found when it came in was said of its file: it had no name of its own then.
  const found = image.findings.map((finding) => ({ ...finding, at: pictureName(image) }))
  return { ...view, ...more, findings: withOverruled([...found, ...findings], overruled) }
}
