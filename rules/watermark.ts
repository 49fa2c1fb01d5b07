/** Purpose watermarks (用途水印): what a provider allows on what is uploaded, and what a copy to keep says. */
import type { Finding, Slot } from './answers.ts'
import { providerOf, type Rules } from './catalog.ts'
import { placePath } from './place-path.ts'
import type { Filing, IsoDate, Text } from './schema.ts'

type Verdict = 'allowed' | 'forbidden' | 'other-words' | 'unknown'

/** Whether these words may stand on what is uploaded to the provider. What nobody allows is not allowed. */
export function watermarkVerdict(text: string, provider: string | null | undefined, rules: Rules): Verdict {
  const { policy, words = [] } = providerOf(provider, rules).watermark
  if (policy === 'exact') return words.includes(text) ? 'allowed' : 'other-words'
  return policy === 'free' ? 'allowed' : policy
}

/** The watermark of a filing's uploads; left out, with a finding that says why, where its provider does not take it. */
export function uploadMark(filing: Filing, rules: Rules): { text: string | null; finding: Finding | null } {
  const { watermark: text, provider } = filing
  if (text === undefined) return { text: null, finding: null }
  const verdict = watermarkVerdict(text, provider, rules)
  if (verdict === 'allowed') return { text, finding: null }
  const { note, sources } = providerOf(provider, rules).watermark
  const finding = leftOut(`watermark.${verdict}`, 'watermark', {
    zh: `上传的图片没有加水印“${text}”：${note.zh}`,
    en: `The watermark “${text}” was left out of what is uploaded. ${note.en}`,
    fix: fixes[verdict],
    sources,
  })
  return { text: null, finding }
}

/** The watermark of a filing has characters that no font has. */
export function withoutGlyphs(why: Text): Finding {
  return leftOut('watermark.glyph-missing', 'watermark', {
    zh: `上传的图片没有加水印：${why.zh}`,
    en: `The watermark was left out of what is uploaded. ${why.en}`,
    fix: { zh: '改写水印文字，或去掉水印。', en: 'Change the words of the watermark, or take it out.' },
  })
}

/** A file that is uploaded without the watermark. */
export function notMarked(slot: Slot, file: string, why: Text): Finding {
  return leftOut('watermark.no-room', placeOf(slot), {
    zh: `“${file}”没有加水印：${why.zh}`,
    en: `${file} does not carry the watermark. ${why.en}`,
    fix: {
      zh: '不加水印也可以上传；想加，就缩短水印文字或换一种排列，再导出一次。',
      en: 'It can be uploaded without it; to have it, shorten the words or change the layout, and export again.',
    },
  })
}

/** A copy to keep that would be unmarked, or could not be read, is not made. */
export function copyNotMade(slot: Slot, why: Text): Finding {
  return leftOut('watermark.copy-not-made', placeOf(slot), {
    zh: `没有生成“${slot.name}”的留存版：${why.zh}`,
    en: `No copy to keep was made of ${slot.name}. ${why.en}`,
    fix: { zh: '换一张更大的图片，再导出一次。', en: 'Use a larger picture, and export again.' },
  })
}

function placeOf({ parts: [own] }: Slot): string {
  return own ? placePath(own) : 'materials'
}

function leftOut(
  code: string,
  at: string,
  told: Pick<Finding, 'zh' | 'en' | 'fix'> & Partial<Pick<Finding, 'sources'>>,
): Finding {
  return { code, severity: 'warning', at, rule: 'package.watermark', sources: [], ...told, earlier: [], verify: false }
}

const fixes: Record<Exclude<Verdict, 'allowed'>, Text> = {
  forbidden: { zh: '去掉水印，需要留底时另存留存版。', en: 'Take it out; keep a marked copy apart if you need one.' },
  'other-words': { zh: '改用允许的文字，或去掉水印。', en: 'Use the words that are allowed, or none.' },
  unknown: {
    zh: '先问接入商；没有把握就不加水印，另存留存版。',
    en: 'Ask the access provider; when in doubt use none, and keep a marked copy apart.',
  },
}

/** Of a copy to keep or to hand on: whose it is, what for, and when. */
export function keepMark({ subject }: Filing, on: IsoDate): string {
  return `仅供${subject?.name ?? ''}办理ICP备案使用 ${on}`
}
