/** Files and folders of ours on a real disk: what is replaced, what is refused, and what stays after a failure. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { folderNames, NamesTaken } from '../../main/engine/disk/file-names.ts'
import { manifestName, refuseForeign, refuseTaken } from '../../main/engine/disk/replaceable.ts'
import { saveWhole } from '../../main/engine/disk/save-whole.ts'
import { writeNewFolder, writePackage } from '../../main/engine/disk/write-folder.ts'
import { expectFailure } from './store-helpers.ts'

let cwd: string

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'beiqi-disk-'))
})
afterEach(() => rm(cwd, { recursive: true, force: true }))

/** A package of ours that holds one picture. */
function packageOf(picture: string): Map<string, Uint8Array> {
  const manifest = { format: 'beiqi-package/1', files: [{ name: picture }] }
  return new Map([
    [picture, Buffer.from(picture)],
    [manifestName, Buffer.from(JSON.stringify(manifest))],
  ])
}

test.each(['.DS_Store', 'Thumbs.db', 'desktop.ini', '._01.jpg'])(
  'a folder that was looked at, and so holds %s, is replaced or filled as if it did not',
  async (left) => {
    const [made, empty] = [join(cwd, 'made'), join(cwd, 'empty')]
    await writePackage(made, packageOf('01.jpg'))
    await mkdir(empty)
    for (const folder of [made, empty]) await writeFile(join(folder, left), 'of a file manager')
    await writePackage(made, packageOf('02.jpg'))
    await writeNewFolder(empty, packageOf('02.jpg'))
    for (const folder of [made, empty]) expect((await readdir(folder)).toSorted()).toEqual(['02.jpg', manifestName])
  },
)

test('names in one folder differ on every disk: by more than case, accents and what is cut or left out', () => {
  const taken = new NamesTaken()
  const long = '字'.repeat(90)
  const stems = ['IMG_1', 'img_1', 'img_1-2', 'caf\u00e9', 'cafe\u0301', long, `${long}二`]
  const names = stems.map((stem) => taken.free(stem, '.jpg'))
  expect(names.slice(0, 5)).toEqual(['IMG_1.jpg', 'img_1-2.jpg', 'img_1-2-2.jpg', 'caf\u00e9.jpg', 'cafe\u0301-2.jpg'])
  expect(new Set(names)).toHaveLength(stems.length)
  for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
  expect(folderNames(['a', 'A', 'a-2', '某公司', '某公司.', '..', ''])).toEqual([
    'a',
    'A-2',
    'a-2-2',
    '某公司',
    '某公司-2',
    '-',
    '--2',
  ])
})

/** Writes a package of many files to `out`, and ends itself by `end` as soon as the first of them are there. */
async function endedInTheMiddle(out: string, end: string): Promise<void> {
  const writer = new URL('../../main/engine/disk/write-folder.ts', import.meta.url)
  const script = `
    const { readdirSync } = await import('node:fs')
    const { writePackage } = await import(${JSON.stringify(writer)})
    const files = Array.from({ length: 2000 }, (_, at) => ['in/' + at, Buffer.alloc(5000)])
    writePackage(${JSON.stringify(out)}, new Map(files))
    const look = () => readdirSync(${JSON.stringify(cwd)}, { recursive: true }).some((name) => /in.9$/.test(name)) && ${end}
    setInterval(look, 1)`
  await once(spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' }), 'close')
}

test.each([
  ['process.exit(130)', 1],
  ["process.kill(process.pid, 'SIGKILL')", 2],
])(
  'after %s in the middle the old package is there, and what is left beside it goes with the next run',
  async (end, left) => {
    const out = join(cwd, 'made')
    await writePackage(out, packageOf('01.jpg'))
    await endedInTheMiddle(out, end)
    expect(await readdir(cwd)).toHaveLength(left)
    expect((await readdir(out)).toSorted()).toEqual(['01.jpg', manifestName])
    await writePackage(out, packageOf('02.jpg'))
    expect(await readdir(cwd)).toEqual(['made'])
  },
)

test('a name as long as the disk allows can be written, as a file and as a folder', async () => {
  const name = '字'.repeat(83)
  await saveWhole(join(cwd, `${name}.jpg`), Buffer.from('1'))
  await writePackage(join(cwd, name), packageOf('01.jpg'))
  expect((await readdir(cwd)).toSorted()).toEqual([name, `${name}.jpg`])
})

test('the root of a disk is refused before the work begins, with advice that works', async () => {
  // Shared memory is a disk of its own on every Linux.
  for (const refuse of [refuseForeign, refuseTaken])
    await expectFailure(() => refuse('/dev/shm'), 'file.needs-subfolder')
  await expectFailure(() => writePackage('/dev/shm', packageOf('01.jpg')), 'file.needs-subfolder')
  const inside = await mkdtemp('/dev/shm/beiqi-')
  onTestFinished(() => rm(inside, { recursive: true }))
  await writePackage(join(inside, 'package'), packageOf('01.jpg'))
  expect(await readdir(inside)).toEqual(['package'])
})

test('so is a folder below one that cannot be written', async () => {
  await mkdir(join(cwd, 'media/stick'), { recursive: true })
  for (const [path, mode] of [
    ['', 0o755],
    ['media', 0o555],
    ['media/stick', 0o777],
  ] as const) {
    await chmod(join(cwd, path), mode)
  }
  await asOrdinaryUser(() => expectFailure(() => refuseForeign(join(cwd, 'media/stick')), 'file.needs-subfolder'))
})

/** Whoever runs this may be root, who can write everywhere. */
async function asOrdinaryUser(work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65_534)
  try {
    await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}

test('a link is followed, to a folder, to a file, and to what is not there yet', async () => {
  await mkdir(join(cwd, 'real'))
  const links = { there: 'real/there', file: 'real/file.jpg', zip: 'real/new.zip', later: './real/later' }
  await writePackage(join(cwd, 'real/there'), packageOf('01.jpg'))
  await writeFile(join(cwd, 'real/file.jpg'), 'old')
  for (const [link, target] of Object.entries(links)) await symlink(target, join(cwd, link))
  for (const link of ['there', 'later']) await writePackage(join(cwd, link), packageOf('02.jpg'))
  for (const link of ['file', 'zip']) await saveWhole(join(cwd, link), Buffer.from('new'))
  for (const link of Object.keys(links)) expect((await lstat(join(cwd, link))).isSymbolicLink()).toBe(true)
  const inside = (await readdir(join(cwd, 'real'), { recursive: true })).toSorted()
  const made = ['there', 'later'].flatMap((name) => [name, `${name}/02.jpg`, `${name}/${manifestName}`])
  expect(inside).toEqual([...made, 'file.jpg', 'new.zip'].toSorted())
  expect(await readFile(join(cwd, 'real/file.jpg'), 'utf8')).toBe('new')
})

test('what a disk that takes no folder answers is said', async () => {
  // Asked for several folders at once, Node says ENOENT of a read-only disk, and never comes back from this one.
  const made = writePackage('/proc/beiqi/package', packageOf('01.jpg'))
  await expectFailure(() => made, 'file.unwritable')
})
