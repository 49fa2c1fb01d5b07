import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { checklist } from '../../rules/checklist.ts'
import { numberProblem } from '../../rules/identity.ts'
import { type Certificate, Filing, IsoDate, type Materials } from '../../rules/schema.ts'

const examples = join(import.meta.dirname, '../../examples')
const folders = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

const filingOf = (folder: string) =>
  Filing.parse(JSON.parse(readFileSync(join(examples, folder, 'filing.json'), 'utf8')))

/** Every file that a filing names, with what is to be done to it. */
function namedFiles(materials: Materials | undefined) {
  return Object.values(materials ?? {})
    .flat()
    .map((entry) => (typeof entry === 'string' ? { file: entry } : entry))
    .map(({ file, adjustments = [] }) => ({ file, adjustments }))
}

/** Every certificate anywhere in a filing, whatever it belongs to. */
function certificates(value: unknown): Certificate[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'number' in value && 'type' in value ? [value as Certificate] : []
  return [...own, ...Object.values(value).flatMap(certificates)]
}

test('there are four examples, small enough to clone', () => {
  expect(folders).toEqual([
    'enterprise-jiangsu',
    'hong-kong-resident',
    'individual-beijing',
    'individual-guangdong-finance',
  ])
  const bytes = folders.flatMap((folder) =>
    readdirSync(join(examples, folder)).map((file) => statSync(join(examples, folder, file)).size),
  )
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(25e6)
})

describe.each(folders)('%s', (folder) => {
  const filing = filingOf(folder)
  const files = namedFiles(filing.materials)

  test('names every picture in its folder, and no other', () => {
    const there = readdirSync(join(examples, folder)).filter((file) => file.endsWith('.jpg'))
    expect(files.map(({ file }) => file).sort()).toEqual(there.sort())
  })

  test('carries numbers that pass their check digits', () => {
    const numbered = certificates(filing).map(({ type, number }) => ({ type, number }))
    expect(numbered.length).toBeGreaterThan(1)
    const problems = numbered.map(({ type, number }) => type && number && numberProblem(type, number))
    expect(problems.filter((problem) => problem !== null)).toEqual([])
  })

  test('has photos like a phone takes them, with the document inside', async () => {
    for (const { file, adjustments } of files) {
      const { format, width, height, autoOrient, exif } = await sharp(join(examples, folder, file)).metadata()
      expect({ file, format, pixels: width * height }).toEqual({ file, format: 'jpeg', pixels: 12_000_000 })
      expect(exif).toBeDefined()
      for (const adjustment of adjustments) {
        if (adjustment.kind !== 'straighten') throw new Error(`${file} is adjusted by ${adjustment.kind}`)
        for (const [x, y] of adjustment.corners) {
          expect(x, file).toBeGreaterThan(20)
          expect(y, file).toBeGreaterThan(20)
          expect(x, file).toBeLessThan(autoOrient.width - 20)
          expect(y, file).toBeLessThan(autoOrient.height - 20)
        }
      }
    }
  })
})

test('the photos are stored turned in all four ways, and one says where it was taken', async () => {
  const paths = folders.flatMap((folder) =>
    namedFiles(filingOf(folder).materials).map(({ file }) => join(examples, folder, file)),
  )
  const all = await Promise.all(paths.map((path) => sharp(path).metadata()))
  expect([...new Set(all.map(({ orientation }) => orientation))].sort()).toEqual([1, 3, 6, 8])
  // EXIF points to a table of GPS entries by the tag 0x8825.
  const located = all.filter(
    ({ exif }) => exif?.includes(Buffer.from([0x25, 0x88])) || exif?.includes(Buffer.from([0x88, 0x25])),
  )
  expect(located).toHaveLength(1)
})

test.each([
  { folder: 'individual-beijing', lacks: [] },
  { folder: 'enterprise-jiangsu', lacks: [] },
  { folder: 'hong-kong-resident', lacks: [] },
  { folder: 'individual-guangdong-finance', lacks: ['guangdong-finance-commitment'] },
])('$folder brings all that is asked for now, but for $lacks', ({ folder, lacks }) => {
  const filing = filingOf(folder)
  const { items, findings } = checklist(filing, IsoDate.parse('2026-11-24'))
  const missing = items.filter(({ need, material }) => need === 'required' && !filing.materials?.[material])
  expect(missing.map(({ material }) => material)).toEqual(lacks)
  expect(findings.filter(({ severity }) => severity === 'blocker')).toEqual([])
})
