import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { calls } from '../../preload/contract.ts'
import { FormInfo, PackageResult } from '../../preload/views.ts'
import { beiqi, drawPhoto, ended, filesIn, program, start, workFolder, writeJson, zhangSan } from './cli.ts'

const today = ['--on', '2026-12-01']
let cwd: string

beforeAll(async () => {
  cwd = await workFolder('package')
  await drawPhoto(join(cwd, '正面.jpg'))
  await drawPhoto(join(cwd, '背面.jpg'))
  await drawPhoto(join(cwd, 'large.jpg'), 4032, 3024)
  await writeFile(join(cwd, 'cut.jpg'), (await readFile(join(cwd, '正面.jpg'))).subarray(0, 30_000))
  await writeJson(join(cwd, 'filing.json'), zhangSan)
  await writeFile(join(cwd, 'note.txt'), 'a file, no folder')
})

const withMaterials = (materials: unknown) => ({ ...zhangSan, materials })

describe('fill', () => {
  test('lists the forms', async () => {
    const { code, stdout } = await beiqi(['fill', '--list', '--json'], { cwd })
    const forms = z.array(FormInfo).parse(JSON.parse(stdout))
    expect({ code, ids: forms.map(({ id }) => id) }).toEqual({ code: 0, ids: ['verification-form'] })
  })

  test('without a blank makes a preparation sheet and says what is left to the hand', async () => {
    const words = ['fill', 'verification-form', 'filing.json', '--out', 'form.pdf', ...today]
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
  const words = (out: string, file = 'filing.json') => ['package', file, '--out', out, ...today]

  test('a folder holds what was said, and says it again in its manifest', async () => {
    const { code, stdout, stderr } = await beiqi([...words('made/here'), '--json'], { cwd })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const { out, ...rest } = PackageResult.parse(JSON.parse(stdout))
    expect(out).toBe(join(cwd, 'made/here'))
    expect(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'))).toEqual(rest)
    expect(await filesIn(out)).toEqual([...rest.files.map(({ name }) => name), 'manifest.json'].toSorted())
    for (const { name, bytes } of rest.files) expect((await stat(join(out, name))).size).toBe(bytes)
    expect(rest.files.flatMap(({ from }) => from)).toEqual(expect.arrayContaining(['正面.jpg', '背面.jpg']))
  })

  test('a ZIP holds the same files as the folder', async () => {
    const { code, stdout } = await beiqi([...words('made.zip'), '--json'], { cwd })
    const { files } = PackageResult.parse(JSON.parse(stdout))
    const inside = unzipSync(await readFile(join(cwd, 'made.zip')))
    expect(code).toBe(0)
    expect(Object.keys(inside).toSorted()).toEqual([...files.map(({ name }) => name), 'manifest.json'].toSorted())
  })

  test('a required paper that is missing is said, and --strict says it in the exit code', async () => {
    await writeJson(join(cwd, 'bare.json'), withMaterials({}))
    const { code, stdout } = await beiqi([...words('bare', 'bare.json'), '--json', '--strict'], { cwd })
    const { missing } = PackageResult.parse(JSON.parse(stdout))
    expect(code).toBe(1)
    expect(missing).toContainEqual(expect.objectContaining({ material: 'subject-responsible-id', need: 'required' }))
    const person = await beiqi([...words('bare', 'bare.json'), '--lang', 'en'], { cwd })
    expect(person.stdout).toContain('Missing and required')
  })

  test('a package of ours is replaced, a folder of the person is not', async () => {
    expect(await beiqi(words('again'), { cwd })).toMatchObject({ code: 0 })
    expect(await beiqi(words('again'), { cwd })).toMatchObject({ code: 0 })
    await writeFile(join(cwd, 'again', 'mine.txt'), 'mine')
    await mkdir(join(cwd, 'photos'))
    await copyFile(join(cwd, '正面.jpg'), join(cwd, 'photos', 'holiday.jpg'))
    const before = await filesIn(cwd)
    for (const [out, code] of Object.entries({
      again: 'file.foreign-inside',
      photos: 'file.exists',
      'note.txt': 'file.exists',
    })) {
      const result = await beiqi(words(out), { cwd })
      expect(result).toMatchObject({ code: 2, stdout: '' })
      expect(result.stderr).toContain(`[${code}]`)
    }
    expect(await filesIn(cwd)).toEqual(before)
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

  test.each(['full', 'full.zip'])('a disk that fills up in the middle leaves the old %s as it was', async (out) => {
    await beiqi(words(out), { cwd })
    const contents = async () =>
      (await stat(join(cwd, out))).isDirectory() ? contentsOf(join(cwd, out)) : readFile(join(cwd, out), 'latin1')
    const before = { names: await filesIn(cwd), contents: await contents() }
    // The largest file that this process may write: beyond it the system refuses, as a full disk does.
    const limited = spawn('sh', ['-c', 'ulimit -f 20; exec "$@"', 'sh', process.execPath, program, ...words(out)], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const result = await ended(limited)
    expect(result).toMatchObject({ code: 3, stdout: '' })
    expect(result.stderr).toContain('[file.unwritable]')
    expect({ names: await filesIn(cwd), contents: await contents() }).toEqual(before)
  })

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

async function contentsOf(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder)
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'latin1')])),
  )
}
