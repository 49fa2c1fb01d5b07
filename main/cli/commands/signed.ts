import type { IsoDate } from '../../../rules/schema.ts'
import { Failure } from '../../engine/failure.ts'
import { readFilingFile } from '../../engine/filing-file.ts'
import { type Asked, fromTyped, type Outcome } from '../asked.ts'
import { asTask, call } from '../engine.ts'
import { sayIn } from '../text/say.ts'
import { signedText } from '../text/signed.ts'

export interface VerifyOptions {
  dated?: string
  blank?: string
  printed?: string
  service?: number
}

const mostPictures = 60

export async function verifySigned(
  asked: Asked,
  { form, filing: file, images }: { form: string; filing: string; images: readonly string[] },
  { dated, blank, printed, service = 1 }: VerifyOptions,
): Promise<Outcome> {
  if (images.length > mostPictures) throw tooMany(images.length)
  const filing = await readFilingFile(fromTyped(file))
  const job = {
    form,
    filing,
    service: service - 1,
    on: asked.on,
    blank: blank === undefined ? null : fromTyped(blank),
    printed: printed === undefined ? null : fromTyped(printed),
    dated: (dated as IsoDate | undefined) ?? null,
    pictures: images.map(fromTyped),
  }
  const done = await asTask((task) => call('file/verify-signed', { task, ...job }))
  return {
    json: done,
    text: async () => signedText(done, await call('catalog/get', {}), sayIn(asked.language)),
    blocked: done.worst === 'blocker',
  }
}

function tooMany(count: number): Failure {
  const detail = {
    zh: `一次最多 ${mostPictures} 张图片，现在是 ${count} 张`,
    en: `at most ${mostPictures} pictures at a time, found ${count}`,
  }
  return new Failure('input.usage', { detail })
}
