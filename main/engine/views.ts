/** Rows of the store as the window is shown them. */
import type { ClientView, FilingView, ImageView } from '../../preload/views.ts'
import type { Client } from './store/clients.ts'
import type { StoredFiling } from './store/filings.ts'
import type { Image } from './store/images.ts'

export const clientView = ({ id, name, sample, filings }: Client): ClientView => ({ id, name, sample, filings })

export const filingView = (stored: StoredFiling): FilingView => stored

export function imageView(image: Image): ImageView {
  const { client: _client, hash: _hash, measurements: _measurements, ...view } = image
  return view
}
