import type { Inspection } from '../../../preload/views.ts'
import type { Layout } from '../../../rules/joining.ts'
import { type MaterialId, materialIds } from '../../../rules/schema.ts'
import { Failure } from '../../engine/failure.ts'
import { type Corners, oneOf } from '../arguments.ts'
import { type Asked, fromTyped, type Outcome } from '../asked.ts'
import { call } from '../engine.ts'
import { refuseOverwriting } from '../out-file.ts'
import { hasBlocker } from '../text/findings.ts'
import { inspectionText, stitchText } from '../text/pictures.ts'
import { bytesText, sayIn } from '../text/say.ts'

interface InspectOptions {
  as?: string
  read: boolean
}

export async function inspect(asked: Asked, images: readonly string[], options: InspectOptions): Promise<Outcome> {
  const as = materialOf('--as', options.as ?? null)
  const inspections: Inspection[] = []
  for (const image of images) {
    inspections.push(await call('file/inspect', { path: fromTyped(image), as, read: options.read }))
  }
  return {
    json: inspections,
    text: async () => {
      const catalog = await call('catalog/get', {})
      return inspections.map((each) => inspectionText(each, catalog, sayIn(asked.language))).join('\n\n')
    },
    blocked: inspections.some((each) => hasBlocker(each.findings)),
  }
}

interface StraightenOptions {
  out: string
  corners?: Corners
  aspect?: number
  read: boolean
}

export async function straighten(asked: Asked, image: string, options: StraightenOptions): Promise<Outcome> {
  const path = fromTyped(image)
  const out = fromTyped(options.out)
  await refuseOverwriting(out, [path])
  const done = await call('file/straighten', {
    path,
    out,
    corners: options.corners ?? null,
    aspect: options.aspect ?? null,
    read: options.read,
  })
  const say = sayIn(asked.language)
  return {
    json: done,
    text: () =>
      say(
        `已保存 ${done.out}（${done.width}×${done.height} 像素）`,
        `Saved ${done.out} (${done.width}×${done.height} px)`,
      ),
  }
}

interface StitchOptions {
  out: string
  provider?: string
  material?: string
  layout?: Layout
  width?: number
  gap?: number
  captions?: string
  watermark?: string
  minBytes?: number
  maxBytes?: number
}

export async function stitch(asked: Asked, images: readonly string[], options: StitchOptions): Promise<Outcome> {
  const { provider = null, layout = 'column', width = null, minBytes = null, maxBytes = null } = options
  if (minBytes !== null && maxBytes !== null && minBytes > maxBytes) throw windowReversed(minBytes, maxBytes)
  const material = materialOf('--material', options.material ?? null)
  const paths = images.map(fromTyped)
  const out = fromTyped(options.out)
  await refuseUnknownProvider(provider)
  await refuseOverwriting(out, paths)
  const sources = paths.map((path) => ({ path, adjustments: [] }))
  const done = await call('file/stitch', {
    images: sources,
    out,
    layout,
    provider,
    material,
    width,
    minBytes,
    maxBytes,
    gap: options.gap ?? null,
    captions: options.captions?.split(/[,，]/) ?? [],
    watermark: options.watermark ?? null,
  })
  return { json: done, text: () => stitchText(done, sayIn(asked.language)) }
}

function materialOf(option: string, word: string | null): MaterialId | null {
  return word === null ? null : oneOf(option, materialIds)(word)
}

function windowReversed(minBytes: number, maxBytes: number): Failure {
  const detail = {
    zh: `--min-bytes（${bytesText(minBytes)}）大于 --max-bytes（${bytesText(maxBytes)}）`,
    en: `--min-bytes (${bytesText(minBytes)}) is larger than --max-bytes (${bytesText(maxBytes)})`,
  }
  return new Failure('input.usage', { detail })
}

/** The rules give an unknown provider the general limits; a word typed here was meant to be one of those known. */
async function refuseUnknownProvider(provider: string | null): Promise<void> {
  if (provider === null) return
  const { providers } = await call('catalog/get', {})
  if (providers.some(({ id }) => id === provider)) return
  throw new Failure('provider.unknown', { provider, known: providers.map(({ id }) => id).join(' ') })
}
