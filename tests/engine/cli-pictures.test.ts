import { copyFile, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { calls } from '../../preload/contract.ts'
import { Inspection } from '../../preload/views.ts'
import { hostileFiles, plainJpeg } from '../fixtures/hostile.ts'
import { beiqi, filesIn, workFolder } from './cli.ts'

let cwd: string

beforeAll(async () => {
  cwd = await workFolder('pictures')
  await writeFile(join(cwd, 'front.jpg'), await plainJpeg(1200, 800))
  await sharp(join(cwd, 'front.jpg')).withMetadata({ orientation: 6 }).toFile(join(cwd, 'turned.jpg'))
  await sharp({ create: { width: 600, height: 400, channels: 3, background: '#808080' } }).toFile(join(cwd, 'grey.png'))
  await writeFile(join(cwd, 'note.txt'), 'a file, no folder')
})

test('inspect tells what each picture is, upright, and what would be objected to', async () => {
  const words = ['inspect', 'front.jpg', 'turned.jpg', 'grey.png', '--as', 'subject-responsible-id', '--json']
  const { code, stdout, stderr } = await beiqi(words, { cwd })
  const [front, turned, grey] = z.array(Inspection).parse(JSON.parse(stdout))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(front).toMatchObject({ format: 'jpeg', width: 1200, height: 800 })
  expect(turned).toMatchObject({ format: 'jpeg', width: 800, height: 1200 })
  expect(grey?.findings).toContainEqual(expect.objectContaining({ code: 'image.grayscale' }))
})

test('inspect tells a person the same, with what to do', async () => {
  const { code, stdout } = await beiqi(['inspect', 'front.jpg', 'grey.png', '--lang', 'en'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toMatch(/front\.jpg\n +JPEG, 1200×800, [\d.]+ [KM]B\n/)
  expect(stdout).toMatch(/grey\.png[\s\S]*image\.grayscale[\s\S]*fix: /)
})

test('straighten cuts out what lies between the corners, in the shape of the card', async () => {
  const before = await readFile(join(cwd, 'front.jpg'))
  const words = ['straighten', 'front.jpg', '--out', 'card.jpg', '--corners', '100,90,1000,120,980,700,120,690']
  const { code, stdout } = await beiqi([...words, '--aspect', 'id-1', '--json'], { cwd })
  const done = calls['file/straighten'].output.parse(JSON.parse(stdout))
  const { width, height, format, exif } = await sharp(join(cwd, 'card.jpg')).metadata()
  expect({ code, width, height, format, exif }).toMatchObject({
    code: 0,
    width: done.width,
    height: done.height,
    format: 'jpeg',
  })
  expect(width / height).toBeCloseTo(85.6 / 53.98, 1)
  expect(exif).toBeUndefined()
  expect(await readFile(join(cwd, 'front.jpg'))).toEqual(before)
})

test('straighten finds a card by itself, and keeps its true shape', async () => {
  const photo = join(import.meta.dirname, '../../examples/individual-guangdong-finance/id-front.jpg')
  const { code, stdout } = await beiqi(['straighten', photo, '--out', 'found.jpg', '--json'], { cwd })
  const { width, height } = calls['file/straighten'].output.parse(JSON.parse(stdout))
  expect(code).toBe(0)
  expect(width / height).toBeCloseTo(85.6 / 53.98, 2)
})

describe('stitch', () => {
  test.each([
    { words: '--max-bytes 150000', most: 150_000 },
    { words: '--layout row --width 900 --max-bytes 200000', most: 200_000 },
    { words: '--provider aliyun --material subject-responsible-id --layout a4', most: Number.POSITIVE_INFINITY },
  ])('joins two pictures into the window: $words', async ({ words, most }) => {
    const all = ['stitch', 'front.jpg', 'turned.jpg', '--out', 'joined.jpg', '--json', ...words.split(' ')]
    const { code, stdout, stderr } = await beiqi(all, { cwd })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const done = calls['file/stitch'].output.parse(JSON.parse(stdout))
    const file = join(cwd, 'joined.jpg')
    const { width, height } = await sharp(file).metadata()
    expect({ width, height, bytes: (await stat(file)).size }).toEqual({
      width: done.width,
      height: done.height,
      bytes: done.bytes,
    })
    expect(done.bytes).toBeLessThanOrEqual(Math.min(most, done.window.maxBytes))
    expect(done.bytes).toBeGreaterThanOrEqual(done.window.minBytes)
  })

  test.each([
    { words: '--max-bytes 900', code: 'stitch.does-not-fit' },
    { words: '--min-bytes 90000000 --max-bytes 99000000', code: 'stitch.too-small' },
    { words: '--provider Ali_Yun', code: 'provider.unknown' },
  ])('$words ends with $code and writes nothing', async ({ words, code }) => {
    const before = await filesIn(cwd)
    const result = await beiqi(['stitch', 'front.jpg', '--out', 'none.jpg', ...words.split(' ')], { cwd })
    expect(result).toMatchObject({ code: 2, stdout: '' })
    expect(result.stderr).toContain(`[${code}]`)
    expect(await filesIn(cwd)).toEqual(before)
  })
})

describe('an original is never written over', () => {
  test.each([
    { what: 'by its name', words: ['straighten', 'same.jpg', '--out', './same.jpg'] },
    { what: 'through a link', words: ['stitch', 'front.jpg', 'same.jpg', '--out', 'link.jpg'] },
  ])('$what', async ({ words }) => {
    const original = join(cwd, 'same.jpg')
    await copyFile(join(cwd, 'front.jpg'), original)
    await symlink(original, join(cwd, 'link.jpg')).catch(() => undefined)
    const result = await beiqi(words, { cwd })
    expect(result).toMatchObject({ code: 2, stdout: '' })
    expect(result.stderr).toContain('[file.is-input]')
    expect(await readFile(original)).toEqual(await readFile(join(cwd, 'front.jpg')))
  })
})

describe('what cannot be read or written ends with one line and leaves nothing', () => {
  test.each([
    { words: 'inspect nowhere.jpg', exit: 2, code: 'file.missing' },
    { words: `inspect ${'x'.repeat(300)}.jpg`, exit: 2, code: 'file.unreadable' },
    { words: 'straighten front.jpg#1 --out out.jpg --corners 0,0,9,9,0,0,9,9', exit: 2, code: 'image.corners-invalid' },
    { words: 'straighten front.jpg#2 --out out.jpg', exit: 2, code: 'image.page-missing' },
    { words: 'straighten . --out out.jpg', exit: 2, code: 'file.not-a-file' },
    { words: 'inspect front.jpg note.txt --json', exit: 2, code: 'image.unsupported' },
    { words: 'straighten grey.png --out out.jpg', exit: 2, code: 'image.no-corners' },
    { words: 'straighten front.jpg --out out.jpg --corners 0,0,9,9,0,0,9,9', exit: 2, code: 'image.corners-invalid' },
    {
      words: 'straighten front.jpg --out note.txt/out.jpg --corners 0,0,900,0,900,600,0,600',
      exit: 3,
      code: 'file.unwritable',
    },
    { words: 'stitch front.jpg turned.jpg --out no/such/folder.jpg', exit: 3, code: 'file.unwritable' },
    { words: 'stitch front.jpg note.txt --out out.jpg', exit: 2, code: 'image.unsupported' },
  ])('$words', async ({ words, exit, code }) => {
    const before = await filesIn(cwd)
    const result = await beiqi(words.split(' '), { cwd })
    expect(result).toMatchObject({ code: exit, stdout: '' })
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(result.stderr).toContain(`[${code}]`)
    expect(await filesIn(cwd)).toEqual(before)
  })
})

describe('a file that is not the photo it pretends to be is named, and nothing is written', () => {
  beforeAll(async () => {
    for (const { name, bytes } of await hostileFiles()) await writeFile(join(cwd, name), bytes)
  })

  test.each([
    { name: 'empty.jpg', code: 'image.empty' },
    { name: 'truncated.jpg', code: 'image.truncated' },
    { name: 'bomb.png', code: 'image.too-many-pixels' },
    { name: 'leaking.jpg', code: 'image.unsupported' },
    { name: 'animated.gif', code: 'image.animated' },
    { name: 'animated.jpg', code: 'image.animated' },
  ])('$name', async ({ name, code }) => {
    const before = await filesIn(cwd)
    const result = await beiqi(['stitch', 'front.jpg', name, '--out', 'joined-none.jpg', '--json'], { cwd })
    expect(result).toMatchObject({ code: 2, stdout: '' })
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1)
    for (const part of [name, `[${code}]`]) expect(result.stderr).toContain(part)
    expect(await filesIn(cwd)).toEqual(before)
  })
})
