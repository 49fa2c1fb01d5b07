import { statSync } from 'node:fs'
import type { Language } from '../../../preload/client-views.ts'
import { type FailureData, failureText } from '../../../preload/failures.ts'
import type { Inspection } from '../../../preload/views.ts'
import { shownLimit } from '../../../rules/bytes.ts'
import type { Layout } from '../../../rules/joining.ts'
import { type MaterialId, materialIds } from '../../../rules/schema.ts'
import { Failure } from '../../engine/failure.ts'
import { type Corners, fileName, oneOf } from '../arguments.ts'
import { type Asked, fromTyped, type Outcome } from '../asked.ts'
import { asTask, call } from '../engine.ts'
import { refuseOverwriting } from '../out-file.ts'
import { type TypedPicture, typedPicture } from '../picture-words.ts'
import { type Catalog, hasBlocker } from '../text/findings.ts'
import { inspectionText, stitchText } from '../text/pictures.ts'
import { sayIn } from '../text/say.ts'

interface InspectOptions {
  as?: string
  keepGoing?: boolean
  read: boolean
}

/** A picture that is inspected, or why it is not. */
type Answer = Inspection | { file: string; failure: FailureData }

/** What a folder leaves out, and what is broken in it, does not stop the rest; nor does it with `--keep-going`. */
export async function inspect(asked: Asked, words: readonly string[], options: InspectOptions): Promise<Outcome> {
  const as = materialOf('--as', options.as ?? null)
  const typed = words.map(typedPicture)
  const goesOn = options.keepGoing || typed.some(({ path }) => isFolder(path))
  const answers: Answer[] = []
  for (const { path, page, failure } of await listed(typed, goesOn)) {
    const answer = failure ?? (await call('file/inspect', { path, page, as, read: options.read }).catch(dataOf))
    if (!(answer instanceof Object && 'code' in answer)) answers.push(answer)
    else if (goesOn) answers.push({ file: path, failure: answer })
    else throw new Failure(answer.code, answer.params)
  }
  return {
    json: answers,
    text: async () => {
      const catalog = await call('catalog/get', {})
      return answers.map((each) => answerText(each, catalog, asked.language)).join('\n\n')
    },
    blocked: answers.some((each) => 'failure' in each || hasBlocker(each.findings)),
  }
}

interface Listed extends TypedPicture {
  failure?: FailureData
}

/** The pictures in what was typed, in order. Those that go on are asked one by one, so that each failure has its place. */
async function listed(typed: readonly TypedPicture[], goesOn: boolean): Promise<Listed[]> {
  const all: Listed[] = []
  for (const files of goesOn ? typed.map((one) => [one]) : [[...typed]]) {
    const { pictures, failures } = await call('file/pictures', { files })
    const failed = failures.map((failure) => ({ path: String(failure.params['file']), page: null, failure }))
    all.push(...failed, ...pictures)
  }
  return all
}

function dataOf(error: unknown): FailureData {
  if (error instanceof Failure) return error.toData()
  throw error
}

function answerText(answer: Answer, catalog: Catalog, language: Language): string {
  if (!('failure' in answer)) return inspectionText(answer, catalog, sayIn(language))
  return `${failureText(answer.failure, language)} [${answer.failure.code}]`
}

/** What cannot even be looked at (a name too long, links in a circle) answers for itself when it is read. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

export interface StraightenOptions {
  out: string
  corners?: Corners
  aspect?: number
  all?: boolean
  read: boolean
}

export function straighten(asked: Asked, images: readonly string[], options: StraightenOptions): Promise<Outcome> {
  return options.all ? straightenAll(asked, images, options) : straightenOne(asked, images, options)
}

async function straightenOne(asked: Asked, images: readonly string[], options: StraightenOptions): Promise<Outcome> {
  const [image = '', ...more] = images
  if (more.length > 0) throw usage('几张图片一起要加 --all', 'several pictures need --all')
  const out = fromTyped(fileName('--out', ['.jpg', '.jpeg'])(options.out))
  const picture = typedPicture(image)
  await refuseOverwriting(out, [picture.path])
  const { corners = null, aspect = null, read } = options
  const done = await call('file/straighten', { ...picture, out, corners, aspect, read })
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

async function straightenAll(asked: Asked, images: readonly string[], options: StraightenOptions): Promise<Outcome> {
  if (options.corners || options.aspect) {
    throw usage(
      '--all 会自动寻找四角，不能与 --corners、--aspect 同用',
      '--all finds the corners by itself: no --corners, no --aspect',
    )
  }
  const out = fromTyped(options.out)
  const files = images.map(typedPicture)
  const done = await asTask((task) => call('file/straighten-all', { task, files, out, read: options.read }))
  const say = sayIn(asked.language)
  return {
    json: done,
    text: () =>
      [
        say(`已保存 ${done.files.length} 份证件到 ${out}`, `Saved ${done.files.length} documents in ${out}`),
        ...done.files.map(({ name, width, height }) => `- ${name}  (${width}×${height})`),
        ...done.failures.map((failure) => `- ${failureText(failure, asked.language)} [${failure.code}]`),
      ].join('\n'),
    blocked: done.failures.length > 0,
  }
}

function usage(zh: string, en: string): Failure {
  return new Failure('input.usage', { detail: { zh, en } })
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
  const out = fromTyped(options.out)
  await refuseUnknownProvider(provider)
  const { pictures, failures } = await call('file/pictures', { files: images.map(typedPicture) })
  const [first] = failures
  if (first) throw new Failure(first.code, first.params)
  await refuseOverwriting(
    out,
    pictures.map(({ path }) => path),
  )
  const sources = pictures.map((picture) => ({ ...picture, adjustments: [] }))
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
    zh: `--min-bytes（${shownLimit(minBytes)}）大于 --max-bytes（${shownLimit(maxBytes)}）`,
    en: `--min-bytes (${shownLimit(minBytes)}) is larger than --max-bytes (${shownLimit(maxBytes)})`,
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
