import { createRequire } from 'node:module'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { Paper } from '../../main/engine/pdf/paper.ts'
import { renderPage } from '../../main/engine/pdf/render.ts'
import { runsOf } from '../../main/engine/pdf/shape.ts'
import { IsoDate } from '../../rules/schema.ts'

/** Each word on a page of ours, and drawn by Pango, which shapes with HarfBuzz: an opinion that is not ours. */
const scripts = [
  {
    what: 'Tibetan: stacks and vowels',
    word: 'བསྟན་འཛིན་རྒྱ་མཚོ',
    family: 'Noto Serif Tibetan',
    file: 'noto-serif-tibetan/400Regular/NotoSerifTibetan_400Regular.ttf',
  },
  {
    what: 'Uyghur: joined, right to left',
    word: 'ئابدۇراخمان ھاجىم',
    family: 'Noto Naskh Arabic',
    file: 'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  },
  {
    what: 'Mongolian: initial, medial and final forms',
    word: 'ᠨᠠᠷᠠᠨᠭᠡᠷᠡᠯ ᠪᠠᠲᠤ',
    family: 'Noto Sans Mongolian',
    file: 'noto-sans-mongolian/400Regular/NotoSansMongolian_400Regular.ttf',
  },
]

/** The ink cut out at its edges and brought to one size, black on white. */
async function inkBox(png: Buffer): Promise<{ ink: Buffer; ratio: number }> {
  const { data, info } = await sharp(png).greyscale().trim().raw().toBuffer({ resolveWithObject: true })
  const cut = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  const ink = await cut.resize(400, 80, { fit: 'fill' }).extractChannel(0).raw().toBuffer()
  return { ink, ratio: info.width / info.height }
}

async function ours(word: string) {
  const paper = await Paper.open()
  paper.pen.text(word, 60, 500, { size: 40, weight: 'regular', grey: 0 })
  const running = { header: '', footer: '', pageNumber: () => '' }
  const { data, width, height } = await renderPage(
    await paper.finish(running, word, IsoDate.parse('2026-11-24')),
    0,
    2400,
  )
  const page = sharp(data, { raw: { width, height, channels: 3 } })
  // Away from the rule above the page number.
  const top = page.extract({ left: 0, top: 0, width, height: Math.round(height * 0.8) })
  return inkBox(await top.png().toBuffer())
}

async function pangos({ word, family, file }: (typeof scripts)[number]) {
  const fontfile = createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`)
  const drawn = sharp({ text: { text: word, font: `${family} 40`, fontfile, dpi: 205 } }).flatten({
    background: '#fff',
  })
  return inkBox(await drawn.negate().png().toBuffer())
}

function likeness(one: Buffer, other: Buffer): number {
  const mean = (values: Buffer) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanOne, meanOther] = [mean(one), mean(other)]
  let [product, squareOne, squareOther] = [0, 0, 0]
  for (const [index, value] of one.entries()) {
    const [first, second] = [value - meanOne, (other[index] ?? 0) - meanOther]
    product += first * second
    squareOne += first ** 2
    squareOther += second ** 2
  }
  return product / Math.sqrt(squareOne * squareOther)
}

describe('scripts beyond Chinese', () => {
  test.each(scripts)('$what', async (script) => {
    const [page, pango] = [await ours(script.word), await pangos(script)]
    expect(page.ratio / pango.ratio).toBeCloseTo(1, 1)
    expect(likeness(page.ink, pango.ink)).toBeGreaterThan(0.9)
    const unshaped = await pangos({ ...script, word: [...script.word].join('\u200c') })
    expect(likeness(page.ink, unshaped.ink)).toBeLessThan(0.8)
  })

  test.each([
    { text: '张三·شىنجاڭ', order: ['张三·', 'شىنجاڭ'] },
    { text: 'شىنجاڭ 12 ئابدۇ。', order: ['ئابدۇ', '12 ', 'شىنجاڭ ', '。'] },
    { text: '𠮷田བོད་', order: ['𠮷', '田', 'བོད་'] },
  ])('$text stands as $order', ({ text, order }) => {
    expect(runsOf(text, 'regular').map((run) => run.text)).toEqual(order)
  })
})
