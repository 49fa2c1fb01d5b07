/** The library of blanks through the engine's own door. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { chmod, copyFile, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createEngine } from '../../main/engine/engine.ts'
import { wordEnding, wordToPdf } from '../../main/engine/papers/office.ts'
import { renderPage } from '../../main/engine/pdf/render.ts'
import type { CallName, Input, Output } from '../../preload/contract.ts'
import type { FailureCode } from '../../preload/failures.ts'
import { cornersOf } from '../../rules/geometry.ts'
import { flatBlank } from '../fixtures/draw/blanks.ts'
import { formAnchors } from '../fixtures/draw/form.ts'

const example = join(import.meta.dirname, '../../examples/individual-beijing')
const on = '2026-11-24'
const task = () => crypto.randomUUID()
const form = 'verification-form'

function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'beiqi-blanks-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function library(folder: string) {
  const engine = createEngine({ dataFolder: join(folder, 'data') })
  onTestFinished(() => engine.close())
  const ask = async <Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> => {
    const reply = await engine.dispatch(name, input, () => {})
    if (!reply.ok) throw Object.assign(new Error(reply.failure.code), reply.failure)
    return reply.value as Output<Name>
  }
  const refused = async <Name extends CallName>(name: Name, input: Input<Name>): Promise<FailureCode | 'taken'> => {
    const reply = await engine.dispatch(name, input, () => {})
    return reply.ok ? 'taken' : reply.failure.code
  }
  return { ask, refused }
}

const about = (path: string, edition = '2026年5月版') =>
  ({ task: task(), path, form, title: null, edition, provider: null, province: null, on }) as const

test('a blank is taken in once, its places are kept, and the papers of a filing are written on it', async () => {
  const folder = workFolder()
  const { ask, refused } = library(folder)
  const path = join(folder, 'blank.pdf')
  writeFileSync(path, await flatBlank())
  const taken = await ask('blank/take-in', about(path))
  expect(taken).toMatchObject({ kind: 'flat', pages: 1, placed: 0, fields: 18, edition: '2026年5月版' })
  expect(await refused('blank/take-in', about(path, 'again'))).toBe('blank.known')
  const { materials: _pictures, ...facts } = JSON.parse(readFileSync(join(example, 'filing.json'), 'utf8'))
  const client = await ask('client/create', { name: '张三' })
  const stored = await ask('filing/create', { client: client.id, filing: facts })
  const choice = { provider: 'aliyun', province: '11', form, blank: taken.id } as const
  expect(await refused('blank/choose', choice)).toBe('blank.not-placed')

  const anchors = formAnchors()
  const places = { anchors }
  const placed = await ask('blank/place', { blank: taken.id, revision: taken.revision, places })
  expect(placed).toMatchObject({ placed: 18, revision: taken.revision + 1 })
  expect(await refused('blank/place', { blank: taken.id, revision: taken.revision, places })).toBe('blank.stale')
  const strange = { anchors: [{ field: 'email', page: 3, x: 0, y: 0, width: 10, height: 10 }] }
  expect(await refused('blank/place', { blank: taken.id, revision: placed.revision, places: strange })).toBe(
    'input.invalid',
  )

  const input = { filing: stored.id, form, on } as const
  expect((await ask('form/report', input)).kind).toBe('preparation-sheet')
  await ask('blank/choose', choice)
  expect(await ask('form/report', input)).toMatchObject({ kind: 'filled-blank', edition: '2026年5月版', pages: 1 })
  const papers = await ask('form/write-all', {
    task: task(),
    filings: [stored.id],
    on,
    partial: true,
    out: join(folder, 'papers'),
  })
  const written = papers.files.find((file) => file.form === form)
  expect(written?.name).toBe('网站备案信息真实性核验单.pdf')
  const made = await ask('package/write', { task: task(), filing: stored.id, on, out: join(folder, 'package') })
  expect(made.files.map(({ name }) => name)).toContain('表格/网站备案信息真实性核验单.pdf')
  expect(made.files.map(({ name }) => name)).not.toContain('表格/网站备案信息真实性核验单-填写准备页.pdf')

  // Of files the choices count only where they are asked for.
  for (const [library, kind] of [
    [true, ''],
    [false, '-填写准备页'],
  ] as const) {
    const files = { task: task(), filings: [{ file: 'a/filing.json', filing: facts }], library, on, partial: true }
    const made = await ask('file/fill-all', { ...files, out: join(folder, `files-${library}`) })
    expect(made.files[0]?.name).toBe(`网站备案信息真实性核验单${kind}.pdf`)
    const printed = await ask('file/print', { ...files, out: join(folder, `print-${library}.pdf`) })
    expect(printed.papers[0]?.kind).toBe(library ? 'filled-blank' : 'preparation-sheet')
  }

  await ask('blank/choose', { ...choice, blank: null })
  expect((await ask('form/report', input)).kind).toBe('preparation-sheet')
  await ask('blank/choose', choice)
  await ask('blank/remove', { blank: taken.id })
  expect((await ask('form/report', input)).kind).toBe('preparation-sheet')
  expect(await ask('blank/list', {})).toEqual([])
})

test('a blank goes to another desk with its map; a map fits its own blank only and replaces nothing unasked', async () => {
  const folder = workFolder()
  const { ask, refused } = library(folder)
  const other = library(join(folder, 'other'))
  const path = join(folder, 'blank.pdf')
  writeFileSync(path, await flatBlank())
  const { id, revision } = await ask('blank/take-in', about(path))
  await ask('blank/place', { blank: id, revision, places: { anchors: formAnchors() } })
  const [map, bundle] = [join(folder, 'map.json'), join(folder, 'form.beiqiblank')]
  await ask('blank/export', { blank: id, out: map })
  await ask('blank/export', { blank: id, out: bundle })

  expect(await other.refused('blank/import', { path: map, on })).toBe('blank.none-for-map')
  expect(await other.ask('blank/import', { path: bundle, on })).toMatchObject({ placed: 18, edition: '2026年5月版' })
  expect(await other.refused('blank/import', { path: bundle, on })).toBe('taken')

  const changed = JSON.parse(readFileSync(map, 'utf8'))
  changed.anchors.pop()
  await writeFile(map, JSON.stringify(changed))
  expect(await refused('blank/import', { path: map, on })).toBe('blank.has-places')
  expect(await ask('blank/import', { path: map, replace: true, on })).toMatchObject({ placed: 18 })
  expect((await ask('blank/get', { blank: id })).places.anchors).toHaveLength(formAnchors().length - 1)

  const latin = join(folder, 'latin.json')
  await writeFile(latin, Buffer.from(readFileSync(map, 'utf8').replace('2026年5月版', 'Édition'), 'latin1'))
  expect(await refused('blank/import', { path: latin, on })).toBe('input.not-utf8')

  const edition = await PDFDocument.create()
  edition.addPage()
  const newer = join(folder, 'newer.pdf')
  await writeFile(newer, await edition.save())
  expect(await refused('file/check-blank', { path: newer, map })).toBe('form.map-other-file')
  await copyFile(map, `${newer}.anchors.json`)
  expect(await refused('blank/take-in', about(newer))).toBe('form.map-other-file')
  await writeFile(bundle, readFileSync(bundle).subarray(0, 400))
  expect(await refused('blank/import', { path: bundle, on })).toBe('blank.bundle-invalid')
  expect(await ask('blank/list', {})).toHaveLength(1)
})

describe('what comes in', () => {
  test('a scan fills its page of A4, a photo is straightened, and what shows no sheet is refused', async () => {
    const folder = workFolder()
    const { ask, refused } = library(folder)
    const { data, width, height } = await renderPage(await flatBlank(), 0, 2400)
    await sharp(data, { raw: { width, height, channels: 3 } })
      .png()
      .toFile(join(folder, 'scan.png'))
    await copyFile(join(example, 'verification-form.jpg'), join(folder, 'photo.jpg'))
    await sharp({ create: { width: 900, height: 700, channels: 3, background: '#777' } })
      .jpeg()
      .toFile(join(folder, 'wall.jpg'))
    await writeFile(join(folder, 'notes.txt'), 'no form')

    const scanned = await ask('blank/take-in', about(join(folder, 'scan.png')))
    expect(scanned).toMatchObject({ kind: 'picture', pages: 1 })
    const { cells } = await ask('blank/ruled', { blank: scanned.id, page: 0 })
    const [email] = formAnchors().filter(({ field }) => field === 'email')
    const cell = cells.find(({ x, y }) => Math.abs(x - (email?.x ?? 0)) < 9 && Math.abs(y - (email?.y ?? 0)) < 6)
    expect(cell?.width).toBeCloseTo((email?.width ?? 0) + 11, -1)

    const seen = await ask('blank/look', { path: join(folder, 'photo.jpg') })
    expect(seen).toMatchObject({ sure: true })
    expect(await ask('blank/look', { path: join(folder, 'scan.png') })).toMatchObject({ sure: true })
    expect(await ask('blank/look', { path: join(folder, 'notes.txt') })).toBeNull()
    const photo = await ask('blank/take-in', about(join(folder, 'photo.jpg')))
    expect((await ask('blank/get', { blank: photo.id })).pages).toEqual([
      { width: expect.closeTo(595.28, 1), height: expect.closeTo(841.89, 1) },
    ])
    expect(await refused('blank/take-in', about(join(folder, 'wall.jpg')))).toBe('blank.no-paper')
    // A phone's own format, with the corners that a person sets on it.
    const phone = join(import.meta.dirname, '../fixtures/heic/quarters.heic')
    const heic = await ask('blank/look', { path: phone })
    const wide = Math.min(heic?.width ?? 0, (heic?.height ?? 0) / Math.SQRT2)
    const corners = cornersOf({ width: wide, height: wide * Math.SQRT2 })
    const taken = await ask('blank/take-in', { ...about(phone, 'phone'), corners })
    expect(taken).toMatchObject({ kind: 'picture', pages: 1 })
    expect(await refused('blank/take-in', about(join(folder, 'notes.txt')))).toBe('blank.unsupported')
    expect(await refused('blank/take-in', about(join(folder, 'nothing.pdf')))).toBe('file.missing')
  })

  const rtf = Buffer.from('{\\rtf1\\ansi \\u22995?\\u21517?: ______________\\par}')

  test('a Word file is converted by the LibreOffice of this machine; without one the message says so', async () => {
    const folder = workFolder()
    const { ask, refused } = library(folder)
    const path = join(folder, 'letter.rtf')
    await writeFile(path, rtf)
    expect(wordEnding(rtf)).toBe('rtf')
    const taken = await refused('blank/take-in', about(path))
    expect(['taken', 'blank.word-needs-office']).toContain(taken)
    const blanks = await ask('blank/list', {})
    expect(blanks.map(({ kind }) => kind)).toEqual(taken === 'taken' ? ['word'] : [])
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('beiqi-word-'))).toEqual([])
  })

  test.skipIf(process.platform === 'win32')(
    'a converter that hangs is ended with its children, by time or by the person',
    async () => {
      const folder = workFolder()
      const program = join(folder, 'soffice')
      await writeFile(program, '#!/bin/sh\n(while :; do echo >> "$0.beats"; sleep 0.05; done) &\nwait\n')
      await chmod(program, 0o755)
      process.env['BEIQI_SOFFICE'] = program
      onTestFinished(() => {
        delete process.env['BEIQI_SOFFICE']
      })
      const job = { file: 'letter.rtf', ending: 'rtf' }
      const beats = () => readFileSync(`${program}.beats`).length
      // A child that was not ended would go on writing.
      const isStill = async () => {
        const before = beats()
        await new Promise((done) => setTimeout(done, 300))
        return beats() === before
      }
      const slow = wordToPdf(rtf, { ...job, signal: new AbortController().signal, seconds: 1 })
      await expect(slow).rejects.toMatchObject({ code: 'blank.word-too-slow' })
      expect(await isStill()).toBe(true)

      const person = new AbortController()
      const cancelled = wordToPdf(rtf, { ...job, signal: person.signal })
      setTimeout(() => person.abort(), 300)
      await expect(cancelled).rejects.toMatchObject({ code: 'task.cancelled' })
      expect(await isStill()).toBe(true)
      process.env['BEIQI_SOFFICE'] = join(folder, 'none')
      const none = wordToPdf(rtf, { ...job, signal: new AbortController().signal })
      await expect(none).rejects.toMatchObject({ code: 'blank.word-needs-office' })
    },
  )
})
