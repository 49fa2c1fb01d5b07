import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { fillForm } from '../../main/engine/papers/forms.ts'
import { verifySigned } from '../../main/engine/papers/signed.ts'
import { SignedReport } from '../../preload/signed-views.ts'
import { shippedRules } from '../../rules/catalog.ts'
import { exampleFiling } from '../fixtures/draw/papers-filed.ts'
import { drawSigned, on } from '../measure/signed/draw.ts'
import { beiqi, workFolder } from './cli.ts'

const folder = await workFolder('signed')
/** A page is drawn and found within seconds, but not on a machine that does ten other things. */
const patience = 240_000

const context = { rules: shippedRules, damaged: null, signal: new AbortController().signal, step: () => undefined }

// `npm run measure -- --signed` measures hundreds; these are scans of development seeds that show the ways through.
test.each([
  [1, 'on its side, without a signature', 270, ['signed.signature-missing@signature']],
  [7, 'upside down, sealed in another place', 180, ['signed.seal-misplaced@seal']],
  [11, 'with a word changed', null, ['signed.text-altered']],
])(
  'the scan of seed %i: %s',
  async (seed, _, turned, expected) => {
    const { jpeg, plan, filing } = await drawSigned(seed)
    const pictures = [{ name: `${seed}.jpg`, load: async () => jpeg }]
    const job = { form: plan.form, filing, service: 0, on, blank: null, printed: null, dated: null, pictures }
    const { pages } = await verifySigned(job, context)
    const found = pages.flatMap(({ findings }) => findings)
    expect(found.map(({ code, field }) => (field ? `${code}@${field}` : code))).toEqual(expected)
    expect(pages[0]?.corners).not.toBeNull()
    if (turned !== null) expect(pages[0]?.turned).toBe(turned)
  },
  patience,
)

test(
  'on the command line: a PDF whose last page was scanned first; exit 1 when strict; one line and exit 2 for what is wrong',
  async () => {
    const filing = exampleFiling('individual-guangdong-finance')
    const form = 'guangdong-finance-commitment'
    const made = await fillForm({ form, filing, service: 0, on, blank: null, partial: true }, shippedRules)
    expect(made.report.pages).toBe(2)
    await writeFile(join(folder, 'scan.pdf'), await reversed(made.pdf))
    await writeFile(join(folder, 'text.jpg'), 'not a picture')
    await writeFile(join(folder, 'filing.json'), JSON.stringify(filing))
    const verify = (asked: string, picture: string) =>
      beiqi(['verify-signed', asked, 'filing.json', picture, '--json', '--strict', '--on', on], { cwd: folder })
    const done = await verify(form, 'scan.pdf')
    expect(done.code).toBe(1)
    const report = SignedReport.parse(JSON.parse(done.stdout))
    expect(report).toMatchObject({ worst: 'blocker', dated: null })
    expect(report.pages.map(({ file, role }) => [basename(file), role?.page])).toEqual([
      ['scan.pdf#2', 0],
      ['scan.pdf#1', 1],
    ])
    // Nobody signed it; and nothing else is wrong.
    const found = report.pages.map(({ findings }) => findings.map(({ code }) => code))
    expect(found).toEqual([[], ['signed.signature-missing', 'signed.date-missing']])
    const page = await verify(form, 'scan.pdf#3')
    expect(page).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('[image.page-missing]') })
    const text = await verify(form, 'text.jpg')
    expect(text).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('[image.unsupported]') })
    const unknown = await verify('no-such-form', 'text.jpg')
    expect(unknown).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('[form.unknown]') })
  },
  patience,
)

async function reversed(pdf: Uint8Array): Promise<Uint8Array> {
  const [from, to] = [await PDFDocument.load(pdf), await PDFDocument.create()]
  for (const page of await to.copyPages(from, from.getPageIndices().reverse())) to.addPage(page)
  return to.save()
}
