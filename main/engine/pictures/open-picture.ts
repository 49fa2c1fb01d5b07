/**
 * A picture out of the original that holds it: a plain picture file is read as it is; a page of a PDF, of a TIFF or of
 * a HEIC is drawn when it is worked on. Only what is drawn is made here; the original is never written.
 */
import { createHash } from 'node:crypto'
import { Failure } from '../failure.ts'
import {
  countPages,
  decodePage,
  fromProfile,
  MOST_PAGES,
  type PictureData,
  pageSize,
  type Raster,
  requireBytes,
  type Size,
} from '../imaging/decode.ts'
import { type Kind, sniff } from '../imaging/sniff.ts'
import { type Drawn, drawPage, type ForeignFormat, openPages } from './decoder.ts'
import { type PictureSource, pageName } from './pictures.ts'

/** Which picture of a file: its page, counted from 1; null where the file is one picture. `name` is for messages. */
export interface Whence {
  name: string
  page: number | null
}

/**
 * Fails with `image.page-missing`, `image.page-needed`, `image.too-many-pages`, `image.encrypted`, `image.truncated`,
 * `image.decoder-stopped` and `file.too-large`; a plain file fails only when it is read.
 */
export async function openPicture(bytes: Uint8Array, { name, page }: Whence): Promise<PictureData> {
  const kind = sniff(bytes)
  const pages = await pagesIn(bytes, name)
  if (page === null && pages > 1) throw new Failure('image.page-needed', { file: name, pages })
  const at = (page ?? 1) - 1
  if (at < 0 || at >= pages) throw new Failure('image.page-missing', { file: name, page: at + 1, pages })
  if (kind === 'pdf' || kind === 'heic') return foreignPage(kind, bytes, at, name)
  if (pages === 1) return bytes
  return { ...(await pageSize(bytes, at, name)), untouched: true, draw: () => decodePage(bytes, at, name) }
}

export async function openSource(source: PictureSource): Promise<PictureData> {
  return openPicture(await source.load(), source)
}

/** How many pictures the file holds. Fails as `openPicture` does. */
export async function pagesIn(bytes: Uint8Array, name: string): Promise<number> {
  const kind = sniff(bytes)
  if (kind === 'pdf' || kind === 'heic') return (await sizesOf(kind, bytes, name)).length
  if (kind !== 'tiff') return 1
  const pages = await countPages(bytes, name)
  if (pages > MOST_PAGES) throw new Failure('image.too-many-pages', { file: name, pages, limit: MOST_PAGES })
  return pages
}

/**
 * A source that says no page, as one source for each page of its file. What is to be done to one page is wrong for the
 * others, so with adjustments a page has to be named: `image.page-needed`.
 */
export async function eachPage(source: PictureSource): Promise<PictureSource[]> {
  if (source.page !== null) return [source]
  const pages = await pagesIn(await source.load(), source.name)
  if (pages === 1) return [source]
  if (source.adjustments.length > 0) throw new Failure('image.page-needed', { file: source.name, pages })
  return Array.from({ length: pages }, (_, at) => ({
    ...source,
    page: at + 1,
    name: pageName(source.name, at + 1),
  }))
}

/** What the file is, for the eye: `pdf`, `heic`, or a plain format. */
export function formatIn(bytes: Uint8Array): Kind {
  return sniff(bytes)
}

async function foreignPage(kind: ForeignFormat, bytes: Uint8Array, at: number, name: string): Promise<PictureData> {
  const size = (await sizesOf(kind, bytes, name))[at]
  if (!size) throw new Failure('image.page-missing', { file: name, page: at + 1, pages: 0 })
  const draw = async (): Promise<Raster> => inSrgb(await drawPage(kind, bytes, at, name), name)
  return { ...size, untouched: kind === 'heic', draw: () => rasters.get(keyOf(hashOf(bytes), at), draw) }
}

function inSrgb({ profile, ...raster }: Drawn, name: string): Promise<Raster> | Raster {
  return profile ? fromProfile(raster, profile, name) : raster
}

async function sizesOf(kind: ForeignFormat, bytes: Uint8Array, name: string): Promise<Size[]> {
  requireBytes(bytes, name)
  const hash = hashOf(bytes)
  return sizes.get(hash, async () => {
    const opened = await openPages(kind, bytes, name)
    const { drawn } = opened
    if (drawn) await rasters.get(keyOf(hash, 0), async () => inSrgb(drawn, name))
    return opened.sizes
  })
}

function keyOf(hash: string, at: number): string {
  return `${hash} ${at}`
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * What was drawn lately, so that a picture's measuring, preview and joining decode it once. In memory only, and not for
 * long: it shows what the original shows.
 */
class Lately<Value> {
  private readonly kept = new Map<string, { value: Promise<Value>; weight: number }>()
  private readonly most: number
  private readonly weigh: (value: Value) => number
  private forgetting: NodeJS.Timeout | undefined

  constructor(most: number, weigh: (value: Value) => number) {
    this.most = most
    this.weigh = weigh
  }

  get(key: string, make: () => Promise<Value>): Promise<Value> {
    clearTimeout(this.forgetting)
    this.forgetting = setTimeout(() => this.kept.clear(), FORGET_AFTER).unref()
    const known = this.kept.get(key)
    if (known) {
      this.kept.delete(key)
      this.kept.set(key, known)
      return known.value
    }
    const entry = { value: make(), weight: 0 }
    this.kept.set(key, entry)
    void entry.value.then(
      (value) => this.weighed(entry, this.weigh(value)),
      // What failed is tried again: the machine may have been busy.
      () => this.kept.delete(key),
    )
    return entry.value
  }

  private weighed(entry: { weight: number }, weight: number): void {
    entry.weight = weight
    let sum = [...this.kept.values()].reduce((all, each) => all + each.weight, 0)
    for (const [key, each] of this.kept) {
      if (sum <= this.most) return
      // The newest stays, however heavy: it is being worked on.
      if (each === entry || each.weight === 0) continue
      this.kept.delete(key)
      sum -= each.weight
    }
  }
}

const FORGET_AFTER = 60_000
const rasters = new Lately<Raster>(96 * 1024 * 1024, ({ data }) => data.length)
const sizes = new Lately<Size[]>(10_000, (all) => all.length)
