import { mostPictures } from '../../../preload/signed-calls.ts'
import type { IsoDate } from '../../../rules/schema.ts'
import { Failure } from '../../engine/failure.ts'
import { readFilingFile } from '../../engine/filings/filing-file.ts'
import { type Asked, fromTyped, type Outcome } from '../asked.ts'
import { asTask, call } from '../engine.ts'
import { type TypedPicture, typedPicture } from '../picture-words.ts'
import { sayIn } from '../text/say.ts'
import { signedText } from '../text/signed.ts'

export interface VerifyOptions {
  dated?: string
  blank?: string
  printed?: string
  service?: number
}

export async function verifySigned(
  asked: Asked,
  { form, filing: file, images }: { form: string; filing: string; images: readonly string[] },
  { dated, blank, printed, service = 1 }: VerifyOptions,
): Promise<Outcome> {
  const filing = await readFilingFile(fromTyped(file))
  const pictures = await picturesIn(images)
  const job = {
    form,
    filing,
    service: service - 1,
    on: asked.on,
    blank: blank === undefined ? null : fromTyped(blank),
    printed: printed === undefined ? null : fromTyped(printed),
    dated: (dated as IsoDate | undefined) ?? null,
    pictures,
  }
  const done = await asTask((task) => call('file/verify-signed', { task, ...job }))
  return {
    json: done,
    text: async () => signedText(done, await call('catalog/get', {}), sayIn(asked.language)),
    blocked: done.worst === 'blocker',
  }
}

/** Page by page. Fails with what cannot be read: a page that nobody looked at would pass for a sound one. */
async function picturesIn(words: readonly string[]): Promise<TypedPicture[]> {
  const { pictures, failures } = await call('file/pictures', { files: words.map(typedPicture) })
  const [first] = failures
  if (first) throw new Failure(first.code, first.params)
  if (pictures.length > mostPictures) throw tooMany(pictures.length)
  return pictures
}

function tooMany(count: number): Failure {
  const detail = {
    zh: `一次最多 ${mostPictures} 页，现在是 ${count} 页`,
    en: `at most ${mostPictures} pages at a time, found ${count}`,
  }
  return new Failure('input.usage', { detail })
}
