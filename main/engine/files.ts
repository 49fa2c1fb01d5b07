/** The calls on plain files, for a terminal: nothing is stored. */
import { basename, dirname, extname } from 'node:path'
import type { BlankSource } from '../../preload/blank-calls.ts'
import type { Checked, Output } from '../../preload/contract.ts'
import type { ImageWindow } from '../../rules/answers.ts'
import { type Rules, windowFor } from '../../rules/catalog.ts'
import { checklist } from '../../rules/checklist.ts'
import { latestSafeSubmit } from '../../rules/deadline.ts'
import { fileSource } from './disk/local-files.ts'
import { saveWhole } from './disk/save-whole.ts'
import type { CallContext, Handlers } from './dispatch.ts'
import { Failure } from './failure.ts'
import { checklistFor } from './filings/checklists.ts'
import { picturesOf } from './filings/filing-pictures.ts'
import { requireProvider, whatIf } from './filings/what-if.ts'
import { stitch } from './imaging/stitch.ts'
import { makePackages } from './package/batch.ts'
import { makePackage } from './package/package.ts'
import { stitchResult } from './package/slots.ts'
import { blankAt } from './papers/blank-files.ts'
import { type Blank, blankById, choices } from './papers/blank-library.ts'
import { guideFor, writeForms } from './papers/form-folder.ts'
import { fillForm } from './papers/forms.ts'
import { verifySignedFiles } from './papers/signed-calls.ts'
import { typedCaption } from './pictures/captions.ts'
import { openSource } from './pictures/open-picture.ts'
import { pictureFileHandlers } from './pictures/picture-files.ts'
import { pageName } from './pictures/pictures.ts'
import { checkTone } from './pictures/tone.ts'
import { allowedMark } from './pictures/watermarks.ts'
import type { Store } from './store/store.ts'

type FileCalls = Exclude<
  Extract<keyof Handlers, `file/${string}`>,
  'file/print' | 'file/check-blank' | 'file/chosen-blanks'
>
type Open = () => Promise<Store>

/** @param rulesFolder whose imported rule pack speaks in the threads of a batch */
export const fileHandlers = (open: Open, rulesFolder: string | null): Pick<Handlers, FileCalls> => ({
  'file/checklist': ({ filing, on }, context) => ({
    ...checklistFor(filing, on, context),
    deadline: latestSafeSubmit(filing, on, context.rules),
  }),
  'file/checklist-diff': ({ filing, on, change }, { rules }) => whatIf(filing, on, change, rules),
  ...pictureFileHandlers,
  'file/stitch': stitchFiles,
  'file/fill': async ({ out, blank, ...job }, { rules }) => {
    const { pdf, report } = await fillForm({ ...job, blank: await blankFrom(open, blank, job.form) }, rules)
    await saveWhole(out, pdf)
    return { out, ...report }
  },
  'file/fill-all': async ({ filings, library, ...job }, context) => {
    const blanksOf = await choices(open, library)
    const named = filings.map(({ file, filing }) => ({
      id: file,
      name: folderName(file),
      filing,
      blanks: blanksOf(filing),
    }))
    return writeForms({ ...job, filings: named }, context)
  },
  'file/guide': async ({ filing, library, on, out }, { rules }) => {
    const { pdf, pages } = await guideFor(filing, on, rules, (await choices(open, library))(filing))
    await saveWhole(out, pdf)
    return { out, pages }
  },
  'file/verify-signed': verifySignedFiles,
  'file/package': async ({ filing, base, library, task: _task, ...job }, context) => {
    requireProvider(filing.provider ?? null, context.rules)
    const blanks = (await choices(open, library))(filing)
    const pictures = picturesOf(filing, checklist(filing, job.on, context.rules), base)
    return makePackage({ filing, pictures, blanks, ...job }, context)
  },
  'file/package-all': async ({ filings, out, library, ...job }, context) => {
    const blanksOf = await choices(open, library)
    const batch = filings.map(({ file, filing }) => {
      requireProvider(filing.provider ?? null, context.rules)
      const pictures = picturesOf(filing, checklist(filing, job.on, context.rules), dirname(file))
      return {
        filing: file,
        name: folderName(file),
        job: { ...job, filing, pictures, blanks: blanksOf(filing), keepCopies: null },
      }
    })
    return makePackages(out, batch, { rulesFolder, context })
  },
})

/** Out of the library, or a PDF with its map beside it. */
async function blankFrom(open: Open, source: BlankSource | null, form: string): Promise<Blank | null> {
  if (source === null) return null
  if ('id' in source) return blankById(await open(), source.id, form)
  return blankAt(source.path)
}

/** A filing that is called "filing.json" lies in a folder of its own, whose name says more. */
function folderName(file: string): string {
  const name = basename(file, extname(file))
  return name === 'filing' ? basename(dirname(file)) || name : name
}

async function stitchFiles(
  input: Checked<'file/stitch'>,
  { signal, rules }: CallContext,
): Promise<Output<'file/stitch'>> {
  const { images, out, layout, width, gap, captions } = input
  const watermark = input.watermark === null ? null : allowedMark(input.watermark, input.provider, rules)
  const window = windowOf(input, rules)
  for (const { path, adjustments } of images) checkTone(adjustments, path, rules)
  const parts = await Promise.all(
    images.map(async ({ path, page, adjustments }, at) => ({
      picture: await openSource(fileSource('/', path, { page, adjustments })),
      name: pageName(basename(path), page),
      adjustments,
      caption: typedCaption(captions[at] ?? null),
    })),
  )
  const joined = await stitch(parts, {
    layout,
    window,
    signal,
    limits: rules.tables.joining,
    ...(width !== null && { width }),
    ...(gap !== null && { gap }),
    ...(watermark !== null && { watermark }),
  })
  await saveWhole(out, joined.bytes)
  return { out, ...stitchResult(joined, window) }
}

/** The provider's window for the material, narrowed by what the person typed. */
function windowOf({ provider, material, minBytes, maxBytes }: Checked<'file/stitch'>, rules: Rules): ImageWindow {
  requireProvider(provider, rules)
  const window = windowFor(provider, material, rules)
  const bounds = {
    minBytes: minBytes ?? (maxBytes === null ? window.minBytes : 0),
    maxBytes: maxBytes ?? window.maxBytes,
  }
  if (bounds.minBytes > bounds.maxBytes) {
    throw new Failure('input.usage', { detail: `--min-bytes ${bounds.minBytes} > --max-bytes ${bounds.maxBytes}` })
  }
  return { ...window, ...bounds }
}
