/** The journey of the examples, each as its owner would run it: asked, then packed, then measured as a portal would. */
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Metadata } from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { calls } from '../../preload/contract.ts'
import { PackageResult } from '../../preload/views.ts'
import type { ImageWindow } from '../../rules/answers.ts'
import { Filing } from '../../rules/schema.ts'
import { slots } from '../../rules/slots.ts'
import { beiqi, workFolder } from './cli.ts'

const examples = join(import.meta.dirname, '../../examples')
const names = readdirSync(examples, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
const today = ['--json', '--on', '2026-12-01']
let cwd: string

beforeAll(async () => {
  cwd = await workFolder('examples')
})

test('there are at least four', () => expect(names.length).toBeGreaterThanOrEqual(4))

describe.each(names)('%s', (name) => {
  const file = join(examples, name, 'filing.json')

  test('is packed with nothing that would be refused, every picture inside the window of its slot', async () => {
    const asked = calls['file/checklist'].output.parse(
      JSON.parse((await beiqi(['checklist', file, ...today], { cwd })).stdout),
    )
    const { code, stdout, stderr } = await beiqi(['package', file, '--out', name, ...today], { cwd })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const { files, findings } = PackageResult.parse(JSON.parse(stdout))
    expect(findings.filter(({ severity }) => severity === 'blocker')).toEqual([])
    const windows = new Map(
      slots(asked, Filing.parse(JSON.parse(await readFile(file, 'utf8')))).map((slot) => [slot.id, slot.window]),
    )
    const pictures = files.filter(({ slot }) => windows.has(slot))
    expect(pictures.length).toBeGreaterThan(0)
    for (const picture of pictures) {
      const bytes = await readFile(join(cwd, name, picture.name))
      expectInside(windows.get(picture.slot) as ImageWindow, bytes.length, await sharp(bytes).metadata())
    }
  })
})

function expectInside(window: ImageWindow, bytes: number, { format, width, height, exif }: Metadata) {
  expect({ format, exif }).toEqual({ format: 'jpeg', exif: undefined })
  expect(bytes).toBeGreaterThanOrEqual(window.minBytes)
  expect(bytes).toBeLessThanOrEqual(window.maxBytes)
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(window.minShortSide ?? 1)
  expect(Math.max(width, height)).toBeGreaterThanOrEqual(window.minLongSide ?? 1)
  expect(Math.max(width, height)).toBeLessThanOrEqual(window.maxSide ?? Number.POSITIVE_INFINITY)
}
