/** The calls on papers that came back signed. */
import type { Checked } from '../../../preload/contract.ts'
import { pictureLimitBytes, readWhole } from '../disk/local-files.ts'
import type { Handlers } from '../dispatch.ts'
import { render } from '../imaging/apply.ts'
import { previewJpeg } from '../imaging/preview.ts'
import { openPicture, openSource } from '../pictures/open-picture.ts'
import { pageName } from '../pictures/pictures.ts'
import { sourceOf } from '../pictures/stored-pictures.ts'
import { chosenBlank } from '../store/blanks.ts'
import { getFiling } from '../store/filings.ts'
import { getImage } from '../store/images.ts'
import type { Store } from '../store/store.ts'
import { blankAt } from './blank-files.ts'
import { blankOf, whoseFiling } from './blank-library.ts'
import { verifySigned } from './signed.ts'

type SignedCalls = Extract<keyof Handlers, `signed/${string}`>

export function signedHandlers(open: () => Promise<Store>): Pick<Handlers, SignedCalls> {
  return {
    'signed/verify': async ({ filing, images, ...job }, context) => {
      const store = await open()
      const stored = getFiling(store, filing)
      const chosen = chosenBlank(store, { ...whoseFiling(stored.filing), form: job.form })
      const blank = chosen ? blankOf(store, chosen) : null
      const pictures = images.map((id) => ({ name: id, load: () => openSource(sourceOf(store, getImage(store, id))) }))
      return verifySigned({ ...job, filing: stored.filing, blank, printed: null, pictures }, context)
    },
    'signed/page': async ({ image, corners, aspect, side }) => {
      const store = await open()
      const found = getImage(store, image)
      const straighten = { kind: 'straighten' as const, corners, aspect }
      const raster = await render(await openSource(sourceOf(store, found)), found.name, [straighten], { side })
      return previewJpeg(raster, side)
    },
  }
}

/** The same on files, for a terminal. */
export const verifySignedFiles: Handlers['file/verify-signed'] = async (
  { pictures, blank, ...job }: Checked<'file/verify-signed'>,
  context,
) => {
  const files = pictures.map(({ path, page }) => {
    const name = pageName(path, page)
    return { name, load: async () => openPicture(await readWhole(path, pictureLimitBytes), { name, page }) }
  })
  return verifySigned({ ...job, blank: blank === null ? null : await blankAt(blank), pictures: files }, context)
}
