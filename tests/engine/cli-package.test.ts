import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { calls } from '../../preload/contract.ts'
import { FormInfo } from '../../preload/form-views.ts'
import { PackageResult } from '../../preload/views.ts'
import { formIds } from '../../rules/answers.ts'
import { plainJpeg } from '../fixtures/hostile.ts'
import { beiqi, type Ended, ended, filesIn, program, start, workFolder, writeJson, zhangSan } from './cli.ts'

const today = ['--on', '2026-12-01']
let cwd: string

beforeAll(async () => {
  cwd = await workFolder('package')
  for (const name of ['正面.jpg', '背面.jpg']) await writeFile(join(cwd, name), await plainJpeg(1200, 800))
  await copyFile(join(import.meta.dirname, '../../examples/individual-beijing/id-front.jpg'), join(cwd, 'large.jpg'))
  await writeFile(join(cwd, 'cut.jpg'), (await readFile(join(cwd, '正面.jpg'))).subarray(0, 30_000))
  await writeJson(join(cwd, 'filing.json'), zhangSan)
  await writeFile(join(cwd, 'note.txt'), 'a file, no folder')
})

const withMaterials = (materials: unknown) => ({ ...zhangSan, materials })

describe('fill', () => {
  test('lists the forms', async () => {
    const { code, stdout } = await beiqi(['fill', '--list', '--json'], { cwd })
    const forms = z.array(FormInfo).parse(JSON.parse(stdout))
    expect({ code, ids: forms.map(({ id }) => id) }).toEqual({ code: 0, ids: [...formIds] })
  })

  test('without a blank makes a preparation sheet and says what is left to the hand', async () => {
    const words = ['fill', 'verification-form', 'filing.json', '--out', 'form.pdf', '--partial', ...today]
    const { code, stdout, stderr } = await beiqi([...words, '--json'], { cwd })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const done = calls['file/fill'].output.parse(JSON.parse(stdout))
    expect(done.kind).toBe('preparation-sheet')
    expect(done.filled.map(({ text }) => text)).toContain('张三')
    expect(done.left.map(({ why }) => why)).toContain('signature')
    expect((await readFile(join(cwd, 'form.pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
    const person = await beiqi(words, { cwd })
    for (const { hint } of done.left) expect(person.stdout).toContain(hint.zh)
  })

  test.each([
    { words: 'verification-form filing.json', code: 'input.usage' },
    { words: 'verification-form filing.json --out f.jpg', code: 'input.usage' },
    { words: 'verification-form filing.json --out f.pdf --service 2', code: 'input.usage' },
    { words: 'verification-form filing.json --out f.pdf', code: 'form.facts-missing' },
    { words: '--all filing.json', code: 'input.usage' },
    { words: '--all filing.json --out .', code: 'file.exists' },
    { words: '--all filing.json nowhere.json --out new', code: 'file.missing' },
    { words: '--guide filing.json --out f.jpg', code: 'input.usage' },
    { words: 'no_form filing.json --out f.pdf', code: 'form.unknown' },
    { words: 'verification-form nowhere.json --out f.pdf', code: 'file.missing' },
    { words: 'verification-form filing.json --out f.pdf --blank nowhere.pdf', code: 'file.missing' },
    { words: 'verification-form filing.json --out f.pdf --blank note.txt', code: 'form.blank-damaged' },
  ])('$words ends with $code', async ({ words, code }) => {
    const before = await filesIn(cwd)
    const result = await beiqi(['fill', ...words.split(' ')], { cwd })
    expect(result).toMatchObject({ code: 2, stdout: '' })
    expect(result.stderr).toContain(`[${code}]`)
    expect(await filesIn(cwd)).toEqual(before)
  })
})

describe('package', () => {
  const words = (out: string, file = 'filing.json') => ['package', file, '--out', out, '--no-read', ...today]
  let folder: Ended
  let zip: Ended

  beforeAll(async () => {
    folder = await beiqi([...words('made/here'), '--json'], { cwd })
    zip = await beiqi([...words('made.zip'), '--lang', 'en'], { cwd })
  })

  test('a folder holds what was said, and says it again in its manifest', async () => {
    expect(folder).toMatchObject({ code: 0, stderr: '' })
    const { out, ...rest } = PackageResult.parse(JSON.parse(folder.stdout))
    const inside = await contentsOf(join(cwd, 'made/here'))
    expect(out).toBe(join(cwd, 'made/here'))
    expect(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'))).toMatchObject(rest)
    const sizes = Object.fromEntries(Object.entries(inside).map(([name, content]) => [name, content.length]))
    expect(sizes).toMatchObject(Object.fromEntries(rest.files.map(({ name, bytes }) => [name, bytes])))
    expect(Object.keys(inside).toSorted()).toEqual([...rest.files.map(({ name }) => name), 'manifest.json'].toSorted())
    expect(rest.files.flatMap(({ from }) => from)).toEqual(expect.arrayContaining(['正面.jpg', '背面.jpg']))
  })

  test('a ZIP holds the same files as the folder, and a person is told of each', async () => {
    const inside = unzipSync(await readFile(join(cwd, 'made.zip')))
    const { files } = PackageResult.parse(JSON.parse(folder.stdout))
    expect(zip).toMatchObject({ code: 0, stderr: '' })
    expect(Object.keys(inside).length).toBe(files.length + 1)
    for (const name of Object.keys(inside).filter((each) => each !== 'manifest.json'))
      expect(zip.stdout).toContain(name)
  })

  test('a required paper that is missing is said, and --strict says it in the exit code', async () => {
    await writeJson(join(cwd, 'bare.json'), withMaterials({}))
    const { code, stdout } = await beiqi([...words('bare', 'bare.json'), '--json', '--strict'], { cwd })
    const { missing } = PackageResult.parse(JSON.parse(stdout))
    expect(code).toBe(1)
    expect(missing).toContainEqual(expect.objectContaining({ material: 'subject-responsible-id', need: 'required' }))
    expect(zip.stdout).toContain('Missing and required')
  })

  test('a package of ours is replaced, what belongs to the person is not', async () => {
    expect(await beiqi(words('bare', 'bare.json'), { cwd })).toMatchObject({ code: 0 })
    await writeFile(join(cwd, 'bare', 'mine.txt'), 'mine')
    await mkdir(join(cwd, 'photos'))
    await copyFile(join(cwd, '正面.jpg'), join(cwd, 'photos', 'holiday.jpg'))
    const before = await contentsOf(cwd)
    const refused = { bare: 'file.foreign-inside', photos: 'file.exists', 'note.txt': 'file.exists' }
    for (const [out, code] of Object.entries(refused)) {
      const result = await beiqi(words(out, 'bare.json'), { cwd })
      expect(result).toMatchObject({ code: 2, stdout: '' })
      expect(result.stderr).toContain(`[${code}]`)
    }
    expect(await contentsOf(cwd)).toEqual(before)
  })

  test.each([
    {
      what: 'a picture that is not there',
      materials: { 'subject-responsible-id': ['正面.jpg', '没有.jpg'] },
      code: 'file.missing',
    },
    {
      what: 'a picture that is cut off',
      materials: { 'subject-responsible-id': ['cut.jpg'] },
      code: 'image.truncated',
    },
    {
      what: 'a text in place of a picture',
      materials: { 'subject-responsible-id': ['note.txt'] },
      code: 'image.unsupported',
    },
    {
      what: 'an adjustment outside the picture',
      materials: {
        'subject-responsible-id': [
          { file: '正面.jpg', adjustments: [{ kind: 'crop', left: 5000, top: 0, width: 10, height: 10 }] },
        ],
      },
      code: 'image.adjustment-outside',
    },
  ])('$what stops the package before anything is written', async ({ materials, code }) => {
    await writeJson(join(cwd, 'broken.json'), withMaterials(materials))
    const before = await filesIn(cwd)
    const result = await beiqi([...words('broken', 'broken.json'), '--json'], { cwd })
    expect(result).toMatchObject({ code: 2, stdout: '' })
    expect(result.stderr).toContain(`[${code}]`)
    expect(await filesIn(cwd)).toEqual(before)
  })

  test('a place that cannot be written is 3', async () => {
    const result = await beiqi(words('note.txt/package'), { cwd })
    expect(result).toMatchObject({ code: 3, stdout: '' })
    expect(result.stderr).toContain('[file.unwritable]')
  })

  test.each(['made/here', 'made.zip'])(
    'a disk that fills up in the middle leaves the old %s as it was',
    async (out) => {
      const before = { names: await filesIn(cwd), contents: await contentsOf(cwd) }
      // The largest file that this process may write: beyond it the system refuses, as a full disk does.
      const limited = ['-c', 'ulimit -f 20; exec "$@"', 'sh', process.execPath, program, ...words(out)]
      const result = await ended(spawn('sh', limited, { cwd, stdio: ['ignore', 'pipe', 'pipe'] }))
      expect(result).toMatchObject({ code: 3, stdout: '' })
      expect(result.stderr).toContain('[file.unwritable]')
      expect({ names: await filesIn(cwd), contents: await contentsOf(cwd) }).toEqual(before)
    },
  )

  test('an answer that cannot be written is 3 as well', async () => {
    const full = await open('/dev/full', 'w')
    const child = spawn(process.execPath, [program, 'checklist', 'filing.json', '--json'], {
      cwd,
      stdio: ['ignore', full.fd, 'pipe'],
    })
    const [code] = await once(child, 'close')
    await full.close()
    expect(code).toBe(3)
  })

  test('several filings: each in a folder of its own, and one that fails does not stop the others', async () => {
    const broken = withMaterials({ 'subject-responsible-id': ['cut.jpg'] })
    for (const [folder, filing] of Object.entries({ one: zhangSan, two: broken, 'more/one': zhangSan })) {
      await mkdir(join(cwd, folder), { recursive: true })
      for (const name of ['正面.jpg', '背面.jpg', 'cut.jpg']) await copyFile(join(cwd, name), join(cwd, folder, name))
      await writeJson(join(cwd, folder, 'filing.json'), filing)
    }
    const files = ['one', 'two', 'more/one'].map((folder) => join(folder, 'filing.json'))
    const { code, stdout } = await beiqi(['package', ...files, '--out', 'all', '--json', '--strict', ...today], { cwd })
    const { packages } = calls['file/package-all'].output.parse(JSON.parse(stdout))
    const said = packages.map(({ name, result, failure }) => [name, result?.files.length ?? 0, failure?.code ?? null])
    expect(code).toBe(1)
    expect(said).toEqual([
      ['one', expect.any(Number), null],
      ['two', 0, 'image.truncated'],
      ['one-2', expect.any(Number), null],
    ])
    const alone = await contentsOf(join(cwd, 'made/here'))
    for (const name of ['one', 'one-2']) {
      const inside = await contentsOf(join(cwd, 'all', name))
      expect(Object.keys(inside).toSorted()).toEqual(Object.keys(alone).toSorted())
      expect(inside['01-主体负责人证件.jpg']).toBe(alone['01-主体负责人证件.jpg'])
    }
    expect((await readdir(join(cwd, 'all'))).toSorted()).toEqual(['one', 'one-2'])
  })

  test.each([
    { out: 'all.zip', code: 'input.usage' },
    { out: 'note.txt', code: 'file.exists' },
  ])('several filings cannot be written into $out', async ({ out, code }) => {
    const before = await filesIn(cwd)
    const result = await beiqi(['package', 'filing.json', 'filing.json', '--out', out, '--no-read', ...today], { cwd })
    expect(result).toMatchObject({ code: 2, stdout: '' })
    expect(result.stderr).toContain(`[${code}]`)
    expect(await filesIn(cwd)).toEqual(before)
  })

  test('Ctrl-C cancels it and leaves nothing', async () => {
    await writeJson(
      join(cwd, 'long.json'),
      withMaterials({ 'subject-responsible-id': Array.from({ length: 24 }, () => 'large.jpg') }),
    )
    const before = await filesIn(cwd)
    const child = start(words('long', 'long.json'), { cwd })
    const end = ended(child)
    await pause(2500)
    child.kill('SIGINT')
    expect(await end).toMatchObject({ code: 130, stdout: '' })
    expect(await filesIn(cwd)).toEqual(before)
  })
})

/** Every file below the folder, by its path in it; a character is a byte. */
async function contentsOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    await Promise.all(files.map(async (path) => [relative(folder, path), await readFile(path, 'latin1')])),
  )
}
