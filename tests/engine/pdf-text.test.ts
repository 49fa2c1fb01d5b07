import { describe, expect, test } from 'vitest'
import { measureOf, missingCharacters, nameOfCharacter, withCodes } from '../../main/engine/pdf/fonts.ts'
import {
  breakLines,
  cleanText,
  fitCells,
  fitText,
  inkAbove,
  inkBelow,
  justified,
  type TextBox,
} from '../../main/engine/pdf/text.ts'

/** Wide characters count 1, all others 0.5. */
const plain = (text: string) => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 1 : 0.5), 0)
const box: TextBox = { width: 100, height: 30, size: 10, minSize: 6, align: 'left', valign: 'middle', single: false }

describe('lines', () => {
  test.each([
    { what: 'Chinese anywhere', text: '一二三四五六', width: 4, lines: ['一二三四', '五六'] },
    { what: 'no closing mark at the start', text: '一二三四，五六', width: 4, lines: ['一二三', '四，五六'] },
    { what: 'no opening mark at the end', text: '一二三（四）', width: 4, lines: ['一二三', '（四）'] },
    { what: 'Latin words whole', text: 'one two three', width: 4, lines: ['one two', 'three'] },
    { what: 'a word after Chinese', text: '示例example', width: 4, lines: ['示例', 'example'] },
    { what: 'a long address at its dots', text: 'abc.defg.hij', width: 3, lines: ['abc.', 'defg.', 'hij'] },
    { what: 'a long word anywhere', text: 'abcdefgh', width: 2, lines: ['abcd', 'efgh'] },
    { what: 'given breaks kept', text: '一\n二', width: 4, lines: ['一', '二'] },
    { what: 'an open place whole', text: '一二＿＿＿，三', width: 4, lines: ['一二', '＿＿＿，', '三'] },
    { what: 'too narrow for one', text: '一', width: 0.5, lines: null },
  ])('$what', ({ text, width, lines }) => {
    expect(breakLines(text, width, plain)).toEqual(lines)
  })
})

describe('a line that fills its width', () => {
  const ends = (line: string, width: number) => {
    const pieces = justified(line, width, plain)
    const last = pieces.at(-1)
    return { pieces: pieces.map(({ text }) => text), end: last && last.x + plain(last.text) }
  }

  test.each([
    {
      what: 'shares what is left over',
      line: '一二三，四五',
      width: 7,
      pieces: ['一', '二', '三，', '四', '五'],
      end: 7,
    },
    { what: 'keeps a Latin word', line: '一abcd二三', width: 5.4, pieces: ['一', 'abcd', '二', '三'], end: 5.4 },
    { what: 'keeps the indent', line: '　　一二三四', width: 6.6, pieces: ['　　一', '二', '三', '四'], end: 6.6 },
    { what: 'but never with holes', line: '一二三', width: 6, pieces: ['一二三'], end: 3 },
    { what: 'and not when it is full', line: '一二三', width: 3, pieces: ['一二三'], end: 3 },
  ])('$what', ({ line, width, pieces, end }) => {
    const found = ends(line, width)
    expect(found.pieces).toEqual(pieces)
    expect(found.end).toBeCloseTo(end, 6)
  })
})

describe('fitting', () => {
  test.each([
    { what: 'short: at the wished size', text: '张三', size: 10, count: 1 },
    { what: 'longer: on two lines', text: '一二三四五六七八九十一二', size: 10, count: 2 },
    { what: 'longer still: smaller', text: '一二三四五六七八九十'.repeat(4), size: 7, count: 3 },
    { what: 'a word is made smaller before it is cut', text: 'name@mail.example.cn.x', size: 9, count: 1 },
  ])('$what', ({ text, size, count }) => {
    const fit = fitText(text, box, plain)
    expect(fit).toMatchObject({ size })
    expect(fit?.lines).toHaveLength(count)
    expect(fit?.lines.map((line) => line.text).join('')).toBe(text)
    for (const line of fit?.lines ?? []) {
      expect(line.x + plain(line.text) * size).toBeLessThanOrEqual(box.width)
      expect(line.y - inkBelow * size).toBeGreaterThanOrEqual(-1e-9)
      expect(line.y + inkAbove * size).toBeLessThanOrEqual(box.height + 1e-9)
    }
  })

  test('what does not fit at the smallest size has no lines', () => {
    expect(fitText('一'.repeat(80), box, plain)).toBeNull()
    expect(fitText('一'.repeat(17), { ...box, single: true }, plain)).toBeNull()
    expect(fitText('一', { ...box, height: 6 }, plain)).toBeNull()
  })

  test('eighteen digits stand in the middle of eighteen cells', () => {
    const fit = fitCells('11010519491231002X', 18, { ...box, width: 360 }, plain)
    expect(fit?.lines.map((line) => line.x + (plain(line.text) * 10) / 2)).toEqual(
      Array.from({ length: 18 }, (_, index) => index * 20 + 10),
    )
    expect(fitCells('1'.repeat(19), 18, { ...box, width: 360 }, plain)).toBeNull()
    expect(fitCells('11', 18, { ...box, width: 40 }, plain)).toBeNull()
  })
})

describe('characters', () => {
  test.each([
    { typed: ' 张\u200b三\ufeff ', kept: '张三' },
    { typed: 'e\u0301lan  a\t\r\n b', kept: 'élan a\nb' },
    { typed: '张　三', kept: '张　三' },
  ])('$typed is written as $kept', ({ typed, kept }) => {
    expect(cleanText(typed)).toBe(kept)
  })

  test.each([
    { text: '䶮喆龘𬱖㛃堃·—…①é ', missing: [] },
    { text: '𠮷𠮷家བོད་ᠮᠣᠩᠭᠣᠯشىنجاڭ', missing: [] },
    { text: '𡋾𡋾家', missing: ['𡋾 (U+212FE)'] },
    { text: '葛\u{e0100}', missing: ['U+E0100'] },
    { text: 'x\u0302家\u0f7c', missing: ['U+0302', 'U+0F7C'] },
    { text: '😀\u0007', missing: ['😀 (U+1F600)', 'U+0007'] },
  ])('no font has $missing of $text', ({ text, missing }) => {
    expect(missingCharacters(text).map(nameOfCharacter)).toEqual(missing)
  })

  test('our own sheets print a code instead of a box', () => {
    expect(withCodes('𡋾家')).toBe('〔U+212FE〕家')
    expect(measureOf('regular')(withCodes('𡋾'))).toBeGreaterThan(2)
  })
})
