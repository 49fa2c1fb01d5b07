/** What bytes really are, by their first ones. A name or an ending is never believed. */

export const kinds = [
  'jpeg',
  'png',
  'webp',
  'tiff',
  'gif',
  'svg',
  'pdf',
  'heic',
  'avif',
  'bmp',
  'zip',
  'text',
  'empty',
  'unknown',
] as const
export type Kind = (typeof kinds)[number]

/** How far in a PDF header or an SVG element may stand after comments, a DOCTYPE or blanks. */
const HEAD = 4096

const signatures: readonly { kind: Kind; at: number; hex: string }[] = [
  { kind: 'jpeg', at: 0, hex: 'ffd8ff' },
  { kind: 'png', at: 0, hex: '89504e470d0a1a0a' },
  { kind: 'tiff', at: 0, hex: '49492a00' },
  { kind: 'tiff', at: 0, hex: '4d4d002a' },
  { kind: 'tiff', at: 0, hex: '49492b00' },
  { kind: 'tiff', at: 0, hex: '4d4d002b' },
  { kind: 'gif', at: 0, hex: '47494638' },
  { kind: 'webp', at: 8, hex: '57454250' },
  { kind: 'bmp', at: 0, hex: '424d' },
  { kind: 'zip', at: 0, hex: '504b0304' },
  { kind: 'zip', at: 0, hex: '504b0506' },
]
/** Brands of the HEIF family: phones' HEIC and its sequences. */
const heicBrand = /^ftyp(hei[cxms]|hev[cxms]|mif[12]|msf1)/
/**
 * AVIF is told apart to be refused by its name: no camera, scanner or portal in the rules speaks it, and a second
 * decoder is a second way in.
 */
const avifBrand = /^ftypavi[fs]/

export function sniff(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return 'empty'
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD))
  const hex = head.subarray(0, 16).toString('hex')
  const found = signatures.find((signature) => hex.startsWith(signature.hex, signature.at * 2))
  if (found) return found.kind
  const latin = head.toString('latin1')
  if (avifBrand.test(latin.slice(4, 12))) return 'avif'
  if (heicBrand.test(latin.slice(4, 12))) return 'heic'
  if (latin.slice(0, 1024).includes('%PDF-')) return 'pdf'
  return sniffText(head)
}

function sniffText(head: Buffer): Kind {
  const text = textOf(head)
  if (text === null) return 'unknown'
  return /<(?:[a-z]+:)?svg[\s>/]/i.test(text) ? 'svg' : 'text'
}

/** The head as text, or null where it is none. A character cut off at the end of the head is no mistake. */
function textOf(head: Buffer): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head)
  if (head.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
  } catch {
    return null
  }
}
