import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifySigned } from '../../main/engine/signed.ts'
import { shippedRules } from '../../rules/catalog.ts'
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
  'on the command line: the report, exit 1 when strict; no picture and no such form: one line and exit 2',
  async () => {
    const { jpeg, filing } = await drawSigned(1)
    await writeFile(join(folder, 'signed.jpg'), jpeg)
    await writeFile(join(folder, 'text.jpg'), 'not a picture')
    await writeFile(join(folder, 'filing.json'), JSON.stringify(filing))
    const verify = (form: string, picture: string) =>
      beiqi(['verify-signed', form, 'filing.json', picture, '--json', '--strict', '--on', on], { cwd: folder })
    const done = await verify('domain-authorization', 'signed.jpg')
    expect(done.code).toBe(1)
    expect(JSON.parse(done.stdout)).toMatchObject({ format: 'beiqi-signed/1', worst: 'blocker', dated: null })
    const text = await verify('domain-authorization', 'text.jpg')
    expect(text).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('[image.unsupported]') })
    const form = await verify('no-such-form', 'text.jpg')
    expect(form).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('[form.unknown]') })
  },
  patience,
)
