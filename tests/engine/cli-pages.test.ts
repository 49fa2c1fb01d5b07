/** Pages of files, folders, and several documents on one photo, from the command line. */
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test, vi } from 'vitest'
import { calls } from '../../preload/contract.ts'
import { FilingView, PackageResult } from '../../preload/views.ts'
import { Filing } from '../../rules/schema.ts'
import { heicFixture } from '../fixtures/heic.ts'
import { plainJpeg } from '../fixtures/hostile.ts'
import { scanPdf } from '../fixtures/scans.ts'
import { storedScenes } from '../measure/stored.ts'
import { beiqi, filesIn, workFolder, writeJson, zhangSan } from './cli.ts'

// Each test is several starts of the program, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 })

/** A scene with three cards that lie apart, all of them seen surely. */
const threeCards = 14

function middleOf(corners: readonly (readonly [number, number])[]): [number, number] {
  const sum = (axis: 0 | 1) => corners.reduce((all, corner) => all + corner[axis], 0)
  return [sum(0) / 4, sum(1) / 4]
}

let cwd: string
const left = {
  kind: 'straighten',
  corners: [
    [10, 10],
    [600, 10],
    [600, 790],
    [10, 790],
  ],
} as const
const right = {
  kind: 'straighten',
  corners: [
    [610, 10],
    [1190, 10],
    [1190, 790],
    [610, 790],
  ],
} as const

beforeAll(async () => {
  cwd = await workFolder('pages')
  const jpeg = await plainJpeg(1200, 800)
  const scan = { jpeg, width: 1200, height: 800, points: [842, 595] } as const
  await writeFile(join(cwd, 'scan.pdf'), await scanPdf([scan, scan, scan]))
  await writeFile(join(cwd, 'table.jpg'), jpeg)
  await writeJson(join(cwd, 'filing.json'), {
    ...zhangSan,
    materials: {
      'subject-responsible-id': [
        { file: 'table.jpg', adjustments: [left] },
        { file: 'table.jpg', adjustments: [right] },
        { file: 'scan.pdf', page: 2 },
      ],
    },
  })
})

test('pages and documents of one photo are packed from their one original, and stored and given back with it', async () => {
  const packed = await beiqi(['package', 'filing.json', '--out', 'package', '--no-read', '--json'], { cwd })
  expect(packed).toMatchObject({ code: 0, stderr: '' })
  const from = PackageResult.parse(JSON.parse(packed.stdout)).files.map((file) => file.from)
  expect(from).toContainEqual(['table.jpg', 'table (2).jpg', 'scan.pdf#2'])

  const stored = ['--data', 'data', '--json']
  const imported = await beiqi(['clients', 'import', 'filing.json', ...stored], { cwd })
  const { id } = FilingView.parse(JSON.parse(imported.stdout))
  const sealed = (await filesIn(join(cwd, 'data'))).filter((name) => /[0-9a-f]{64}$/.test(name))
  expect(sealed).toHaveLength(2)
  const exported = await beiqi(['clients', 'export', id, '--out', 'out', ...stored], { cwd })
  const { files } = calls['filing/export'].output.parse(JSON.parse(exported.stdout))
  expect(files).toHaveLength(3)
  const { materials } = Filing.parse(JSON.parse(await readFile(join(cwd, 'out/filing.json'), 'utf8')))
  const photo = files.find((name) => name.endsWith('.jpg'))
  const pdf = files.find((name) => name.endsWith('.pdf'))
  expect(materials).toEqual({
    'subject-responsible-id': [
      { file: photo, adjustments: [left] },
      { file: photo, adjustments: [right] },
      { file: pdf, page: 2 },
    ],
  })
  expect(await readFile(join(cwd, 'out', pdf ?? ''))).toEqual(await readFile(join(cwd, 'scan.pdf')))
})

test('a file of several pages is all of them, or the one that is asked for', async () => {
  const all = await beiqi(['inspect', 'scan.pdf', '--no-read', '--json'], { cwd })
  expect(
    (JSON.parse(all.stdout) as { page: number; format: string }[]).map(({ page, format }) => [page, format]),
  ).toEqual([1, 2, 3].map((page) => [page, 'pdf']))
  const one = await beiqi(['stitch', 'scan.pdf#3', 'table.jpg', '--out', 'joined.jpg', '--json'], { cwd })
  expect(one).toMatchObject({ code: 0, stderr: '' })
  const which = await beiqi(['straighten', 'scan.pdf', '--out', 'flat.jpg'], { cwd })
  expect(which).toMatchObject({ code: 2, stdout: '' })
  expect(which.stderr).toContain('[image.page-needed]')
})

test('each card of a photo is a picture of its own; a photo without one is told and stops nothing', async () => {
  const truth: [number, number][] = []
  for await (const { jpeg, documents } of storedScenes([threeCards])) {
    await writeFile(join(cwd, 'cards.jpg'), jpeg)
    truth.push(...documents.map(({ corners }) => middleOf(corners)))
  }
  const words = ['straighten', '--all', 'cards.jpg', 'table.jpg', '--out', 'cards', '--no-read', '--json']
  const { code, stdout } = await beiqi(words, { cwd })
  const { files, failures } = calls['file/straighten-all'].output.parse(JSON.parse(stdout))
  expect({ code, failures: failures.map((failure) => failure.code) }).toEqual({
    code: 0,
    failures: ['image.no-corners'],
  })
  expect(await filesIn(join(cwd, 'cards'))).toEqual(['cards-1.jpg', 'cards-2.jpg', 'cards-3.jpg'])
  const middles = files.map(({ adjustments: [first] }) => first?.kind === 'straighten' && middleOf(first.corners))
  for (const [x, y] of truth) {
    expect(middles.filter((at) => at && Math.hypot(at[0] - x, at[1] - y) < 10)).toHaveLength(1)
  }
  for (const { name, width, height } of files) {
    expect(await sharp(join(cwd, 'cards', name)).metadata()).toMatchObject({ width, height })
  }
})

test('a decoder that cannot start is no fault of the file', async () => {
  const broken = join(cwd, 'broken.mjs')
  await writeFile(
    broken,
    "import { isMainThread } from 'node:worker_threads'\nif (!isMainThread) throw new Error('no')",
  )
  const env = { NODE_OPTIONS: `--import=${broken}` }
  const { code, stderr } = await beiqi(['inspect', 'scan.pdf#1', '--no-read'], { cwd, env })
  expect(code).not.toBe(0)
  expect(stderr).toContain('[internal]')
})

test('of a folder, the pictures are inspected; what is left out or broken is told by name', async () => {
  const folder = join(cwd, '客户')
  await mkdir(join(folder, '证件', '.cache'), { recursive: true })
  await writeFile(join(folder, '2.jpg'), await readFile(join(cwd, 'table.jpg')))
  await writeFile(join(folder, '10.jpg'), (await readFile(join(cwd, 'table.jpg'))).subarray(0, 9000))
  await writeFile(join(folder, '证件', 'phone.heic'), await heicFixture('quarters'))
  await writeFile(join(folder, '说明.txt'), '不是图片')
  await symlink('..', join(folder, '证件', 'up'))
  const { code, stdout } = await beiqi(['inspect', '客户', '--no-read', '--json'], { cwd })
  const answers = JSON.parse(stdout) as { file: string; failure?: { code: string } }[]
  expect(code).toBe(0)
  expect(
    answers.map(({ file, failure }) => [file.slice(folder.length + 1), failure?.code ?? 'accepted']).sort(),
  ).toEqual(
    [
      ['10.jpg', 'image.truncated'],
      ['2.jpg', 'accepted'],
      ['证件/.cache', 'file.left-out'],
      ['证件/phone.heic', 'accepted'],
      ['证件/up', 'file.left-out'],
      ['说明.txt', 'file.left-out'],
    ].sort(),
  )
})
