/** Papers as one PDF to print: order, copies, scale, and what happens when something goes wrong. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEngine, type Engine } from '../../main/engine/engine.ts'
import { renderPage } from '../../main/engine/pdf/render.ts'
import type { CallName, Input, Output } from '../../preload/contract.ts'
import type { FailureData } from '../../preload/failures.ts'
import { IsoDate } from '../../rules/schema.ts'
import { exampleFiling } from '../fixtures/draw/papers-filed.ts'

const on = IsoDate.parse('2026-11-24')
let folder: string
let engine: Engine

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beiqi-print-'))
  engine = createEngine({ dataFolder: join(folder, 'data') })
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true })
})

async function ask<Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const reply = await engine.dispatch(name, input, () => {})
  if (!reply.ok) throw reply.failure
  return reply.value as Output<Name>
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    ({ code }: FailureData) => code,
  )

const names = ['enterprise-jiangsu', 'individual-beijing'] as const
const filings = names.map((file) => ({ file, filing: exampleFiling(file) }))
const print = (out: string, more: Partial<Input<'file/print'>> = {}) =>
  ask('file/print', { task: randomUUID(), filings, on, out: join(folder, out), ...more })

/** Dark pixels of the upper 10 mm of a page, where nothing but the scale may be. */
async function inkAtEdge(pdf: Uint8Array, page: number): Promise<number> {
  const { data, width } = await renderPage(pdf, page, 1188)
  return data.subarray(0, width * 3 * 40).filter((value) => value < 160).length
}

describe('on files', () => {
  test('client by client with its guide, one A4 page after the other', async () => {
    const { pages, papers, skipped } = await print('plain.pdf')
    expect(skipped).toEqual([])
    expect(papers.map(({ filing, form, pages: count, copies }) => [filing, form, count, copies])).toEqual([
      ['enterprise-jiangsu', 'authorization-letter-subject', 1, 1],
      ['enterprise-jiangsu', 'authenticity-commitment', 1, 1],
      ['enterprise-jiangsu', 'responsibility-notice', 1, 1],
      ['enterprise-jiangsu', null, 2, 1],
      ['individual-beijing', 'verification-form', 2, 1],
      ['individual-beijing', null, 1, 1],
    ])
    const pdf = await readFile(join(folder, 'plain.pdf'))
    expect((await renderPage(pdf, 0, 842)).pages).toBe(pages.length)
    for (const { width, height } of pages) expect([Math.round(width), Math.round(height)]).toEqual([210, 297])
    expect(await Promise.all(pages.map((_, page) => inkAtEdge(pdf, page)))).toEqual(pages.map(() => 0))
  })

  test('the scale and the page to measure come only when they are asked for', async () => {
    const { pages } = await print('scale.pdf', { scale: true, testPage: true, guide: false, order: 'by-paper' })
    expect(pages.map(({ paper }) => paper)).toEqual([null, 0, 1, 2, 4, 4])
    const pdf = await readFile(join(folder, 'scale.pdf'))
    const ink = await Promise.all(pages.map((_, page) => inkAtEdge(pdf, page)))
    expect(Math.min(...ink)).toBeGreaterThan(300)
  })

  test('a paper that lacks facts is not printed unless open places are asked for', async () => {
    const { subject, ...rest } = exampleFiling('enterprise-jiangsu')
    const { legalRepresentative: _, ...unknown } = subject ?? {}
    const some = [{ file: 'a', filing: { ...rest, subject: unknown } }]
    const { pages, papers, skipped } = await print('some.pdf', { filings: some, guide: false })
    expect(skipped.map(({ form, missing }) => [form, missing.length])).toEqual([['authorization-letter-subject', 2]])
    expect(pages).toHaveLength(
      papers.reduce((sum, { form, complete, pages: n }) => sum + (form && complete ? n : 0), 0),
    )
    const whole = await print('whole.pdf', { filings: some, guide: false, partial: true })
    expect(whole.pages).toHaveLength(pages.length + 1)
  })

  test('nothing to print, or cancelled: no file', async () => {
    const nothing = [{ file: 'a', filing: exampleFiling('hong-kong-resident') }]
    expect(await failureOf(print('none.pdf', { filings: nothing }))).toBe('print.nothing')
    const task = randomUUID()
    const many = Array.from({ length: 40 }, () => filings).flat()
    const running = failureOf(print('cancelled.pdf', { task, filings: many }))
    await ask('task/cancel', { task })
    expect(await running).toBe('task.cancelled')
    expect((await readdir(folder)).filter((name) => /none|cancelled|part$/.test(name))).toEqual([])
  })
})

describe('a run of stored filings', () => {
  async function prepare() {
    const { id: client } = await ask('client/create', { name: '示例客户' })
    const { id } = await ask('filing/create', { client, filing: exampleFiling('enterprise-jiangsu') })
    return ask('print/prepare', { task: randomUUID(), filings: [id], on })
  }

  test('copies follow each other whole, cost next to nothing, and are what the page shows', async () => {
    const { run } = await prepare()
    const arrange = (copies: number) =>
      ask('print/arrange', { task: randomUUID(), run, sheets: [{ paper: 3, copies }] })
    const once = await arrange(1)
    const thrice = await arrange(3)
    expect(thrice.pages.map(({ page, copy }) => [page, copy])).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
      [0, 2],
      [1, 2],
    ])
    expect(thrice.bytes).toBeLessThan(once.bytes * 1.05)
    const [first, third] = await Promise.all([0, 4].map((page) => ask('print/page', { run, page, dpi: 100 })))
    expect([first?.width, first?.height]).toEqual([827, 1169])
    expect(third?.bytes).toEqual(first?.bytes)
    await ask('print/save', { run, out: join(folder, 'run.pdf') })
    expect((await renderPage(await readFile(join(folder, 'run.pdf')), 5, 100)).pages).toBe(6)
    expect(await ask('print/done', { run })).toEqual({})
  })

  test('it is forgotten when it is closed, or when two others were begun', async () => {
    const runs = [await prepare(), await prepare(), await prepare()].map(({ run }) => run)
    const states = () =>
      Promise.all(runs.map((run) => failureOf(ask('print/arrange', { task: randomUUID(), run, sheets: [] }))))
    expect(await states()).toEqual(['print.gone', 'print.nothing', 'print.nothing'])
    await ask('print/close', { run: runs[2] as string })
    expect(await states()).toEqual(['print.gone', 'print.nothing', 'print.gone'])
  })
})
