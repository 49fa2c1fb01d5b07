/**
 * The one door through which pictures are read. Bytes are believed, names are not; everything libvips can open
 * beyond four plain formats is switched off, for the whole process (an SVG would draw local files into the picture).
 */
import sharp, { type Metadata, type Sharp } from 'sharp'
import { Failure } from '../failure.ts'
import { countFrames } from './frames.ts'
import { type Kind, sniff } from './sniff.ts'
import { profiledTiff } from './tiff.ts'
import { hasEnd } from './whole.ts'

sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Tiff'].map((format) => `VipsForeignLoad${format}Buffer`),
})
sharp.cache(false)
// More threads per picture only cost memory (measured at 3 and 10 pictures); pictures run beside each other instead.
sharp.concurrency(1)

export const MOST_BYTES = 60 * 1024 * 1024
export const MOST_PIXELS = 120_000_000

export const pictureFormats = ['jpeg', 'png', 'webp', 'tiff'] as const
export type PictureFormat = (typeof pictureFormats)[number]

export interface Size {
  width: number
  height: number
}

/** `width` and `height` are those of the upright picture (EXIF orientation obeyed), in pixels. */
export interface PictureInfo extends Size {
  /** `page`: drawn by another decoder, and `bytes` are those of its pixels. */
  format: PictureFormat | 'page'
  bytes: number
}

/** With what only decoding needs to know. */
export interface Header extends PictureInfo {
  /** How the stored picture has to be turned: EXIF, 1 to 8. */
  orientation: number
  /** 8-bit RGB whose colours are told by a profile inside, as phones write it. */
  profiled: boolean
}

/** Pixels: sRGB, 8 bits, 3 channels, rows from the top, without padding. */
export interface Raster extends Size {
  data: Buffer
}

/** A page that another decoder draws, always at this size: of a PDF, a HEIC or a TIFF. */
export interface Page extends Size {
  /** Its pixels are those of a camera or scanner; a page of a PDF is drawn at another scale than what is on it. */
  untouched: boolean
  draw(): Promise<Raster>
}

/** A picture to work on: the bytes of a file in one of the plain formats, or a page of any other. */
export type PictureData = Uint8Array | Page

export function isPage(picture: PictureData): picture is Page {
  return 'draw' in picture
}

/** The largest list of pages that is gone through; a scan of a long contract has some thirty. */
export const MOST_PAGES = 100

/**
 * Reads the header and refuses what must not be decoded: `image.empty`, `file.too-large`, `image.unsupported`,
 * `image.animated`, `image.many-pages`, `image.too-many-pixels`, `image.truncated`. Costs no decoding.
 */
export async function readHeader(picture: PictureData, name: string): Promise<Header> {
  if (isPage(picture)) return pageHeader(picture, name)
  const bytes = picture
  const format = formatOf(bytes, name)
  const header = await metadataOf(bytes, name)
  const pages = header.pages ?? 1
  if (pages > 1) throw new Failure(format === 'webp' ? 'image.animated' : 'image.many-pages', { file: name, pages })
  const { width, height } = header.autoOrient
  requirePixels({ width, height }, name)
  return {
    format,
    bytes: bytes.length,
    width,
    height,
    orientation: header.orientation ?? 1,
    profiled: isProfiled(header),
  }
}

function pageHeader({ width, height }: Page, name: string): Header {
  requirePixels({ width, height }, name)
  return { format: 'page', bytes: width * height * 3, width, height, orientation: 1, profiled: false }
}

/**
 * The upright picture at `size` (by default its own), colours converted to sRGB, transparency laid on white.
 * JPEG and WebP are decoded at reduced size where that saves work. Fails with `image.truncated`.
 */
export async function decode(picture: PictureData, name: string, header: Header, size?: Size): Promise<Raster> {
  if (isPage(picture)) return scaled(await picture.draw(), size ?? picture)
  const bytes = picture
  if (!size || (size.width === header.width && size.height === header.height)) return pixelsOf(open(bytes), name)
  if (header.profiled) return decodeProfiled(bytes, name, size)
  return pixelsOf(open(bytes).resize(size.width, size.height, { fit: 'fill' }), name)
}

function scaled(raster: Raster, { width, height }: Size): Promise<Raster> | Raster {
  if (raster.width === width && raster.height === height) return raster
  return toRaster(fromRaster(raster).resize(width, height, { fit: 'fill' }))
}

/**
 * A profile is applied to all pixels before they are scaled down, which costs more than all the rest. So the scaled
 * picture keeps its profile in an uncompressed TIFF in memory, and is read from there: half the time (measured).
 */
async function decodeProfiled(bytes: Uint8Array, name: string, { width, height }: Size): Promise<Raster> {
  const scaled = open(bytes).keepIccProfile().resize(width, height, { fit: 'fill' })
  return pixelsOf(open(await readable(scaled.tiff({ compression: 'none' }).toBuffer(), name)), name)
}

/** A raster as the input of a sharp pipeline; its pixels are not copied. */
export function fromRaster(raster: Raster): Sharp {
  return sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: 3 } })
}

export async function toRaster(picture: Sharp): Promise<Raster> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** How many pages a TIFF has; 1 for the other formats. Fails with what `readHeader` fails with, but for pages. */
export async function countPages(bytes: Uint8Array, name: string): Promise<number> {
  const format = formatOf(bytes, name)
  const { pages = 1 } = await metadataOf(bytes, name)
  if (format === 'webp' && pages > 1) throw new Failure('image.animated', { file: name, pages })
  return pages
}

/** The upright size of one page (the first is 0) of a TIFF. Fails with `image.too-many-pixels` or `image.truncated`. */
export async function pageSize(bytes: Uint8Array, page: number, name: string): Promise<Size> {
  const { autoOrient } = await readable(openPage(bytes, page, false).metadata(), name)
  requirePixels(autoOrient, name)
  return autoOrient
}

/** That page as it is used: upright, sRGB, on white. */
export function decodePage(bytes: Uint8Array, page: number, name: string): Promise<Raster> {
  return pixelsOf(openPage(bytes, page, MOST_PIXELS), name)
}

function openPage(bytes: Uint8Array, page: number, limitInputPixels: number | false): Sharp {
  return sharp(bytes, { failOn: 'warning', limitInputPixels, page, pages: 1, autoOrient: true })
}

/** Pixels whose colours are told by `profile` (ICC), as sRGB. */
export async function fromProfile({ data, width, height }: Raster, profile: Uint8Array, name: string): Promise<Raster> {
  return pixelsOf(sharp(profiledTiff({ data, width, height }, profile), { limitInputPixels: MOST_PIXELS }), name)
}

/** `failOn: 'error'` would be laxer than 'warning': rotten bytes pass it. */
export function open(bytes: Uint8Array, options: { autoOrient: boolean } = { autoOrient: true }): Sharp {
  return sharp(bytes, { failOn: 'warning', limitInputPixels: MOST_PIXELS, ...options })
}

/** What the bytes are, once they are known to be a picture that may be opened. */
function formatOf(bytes: Uint8Array, name: string): PictureFormat {
  const kind = sniff(bytes)
  if (kind === 'empty') throw new Failure('image.empty', { file: name })
  requireBytes(bytes, name)
  const frames = countFrames(kind, bytes)
  if (frames > 1) throw new Failure('image.animated', { file: name, pages: frames })
  if (!isPictureFormat(kind)) throw new Failure('image.unsupported', { file: name, found: foundTexts[kind] })
  if (!hasEnd(kind, bytes)) throw damaged(name, { zh: '文件没有结尾', en: 'the file has no end' })
  return kind
}

export function pixelsOf(picture: Sharp, name: string): Promise<Raster> {
  return readable(toRaster(picture.flatten({ background: '#ffffff' }).toColourspace('srgb')), name)
}

function metadataOf(bytes: Uint8Array, name: string): Promise<Metadata> {
  // Without a limit here: our own says how many pixels there are.
  return readable(sharp(bytes, { failOn: 'warning', limitInputPixels: false }).metadata(), name)
}

function isProfiled({ icc, space, channels, depth }: Metadata): boolean {
  return icc !== undefined && space === 'srgb' && channels === 3 && depth === 'uchar'
}

/** Whatever libvips says while it reads is a fault of the file. */
async function readable<Read>(reading: Promise<Read>, name: string): Promise<Read> {
  try {
    return await reading
  } catch (error) {
    throw damaged(name, reasonOf(error))
  }
}

function isPictureFormat(kind: Kind): kind is PictureFormat {
  return (pictureFormats as readonly string[]).includes(kind)
}

/** The first line of what libvips says, which names the decoder and the fault. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n')[0] ?? message
}

function damaged(file: string, detail: string | { zh: string; en: string }): Failure {
  return new Failure('image.truncated', { file, detail })
}

/** Fails with `file.too-large`. */
export function requireBytes(bytes: Uint8Array, file: string): void {
  if (bytes.length <= MOST_BYTES) return
  const megabytes = (bytes.length / 1024 / 1024).toFixed(1)
  throw new Failure('file.too-large', { file, megabytes, limit: MOST_BYTES / 1024 / 1024 })
}

function requirePixels(size: Size, name: string): void {
  if (size.width * size.height > MOST_PIXELS) throw tooManyPixels(size, name)
}

export function tooManyPixels(size: Size, file: string): Failure {
  const megapixels = Math.round((size.width * size.height) / 1e6)
  return new Failure('image.too-many-pixels', { file, megapixels, limit: MOST_PIXELS / 1e6 })
}

const foundTexts: Record<Exclude<Kind, PictureFormat | 'empty'>, { zh: string; en: string }> = {
  gif: { zh: 'GIF 图片', en: 'a GIF picture' },
  svg: { zh: 'SVG 矢量图', en: 'an SVG drawing' },
  pdf: { zh: 'PDF 文档', en: 'a PDF document' },
  heic: { zh: 'HEIC/HEIF 照片', en: 'a HEIC/HEIF photo' },
  avif: { zh: 'AVIF 图片', en: 'an AVIF picture' },
  bmp: { zh: 'BMP 图片', en: 'a BMP picture' },
  zip: { zh: '压缩包或 Office 文档', en: 'a ZIP archive or an Office document' },
  text: { zh: '文本', en: 'text' },
  unknown: { zh: '无法识别的数据', en: 'unknown data' },
}
