/** Both sides of a card, once each, the portrait side first. */
import type { Rules } from '../catalog.ts'
import type { CertificateType } from '../certificate-types.ts'
import { isScene } from '../scenes.ts'
import type { DocumentKind } from './documents-schema.ts'
import type { ReadPicture, Verdict } from './judge.ts'

/** What a picture shows of which card: the number tells a residence permit from an ID card, the words do not. */
interface Shown {
  certificate: CertificateType | null
  side: DocumentKind['side']
  both: boolean
}

function shownIn({ reading }: ReadPicture, documents: readonly DocumentKind[]): Shown | null {
  const kind = documents.find(({ id }) => id === reading?.document)
  if (!reading || !kind || kind.side === null) return null
  return { certificate: reading.certificate, side: kind.side, both: reading.shows.length > 1 }
}

/** What is wrong with the side that picture `at` shows, among the pictures of its place. */
export function sidesOf(pictures: readonly ReadPicture[], at: number, rules: Rules): Verdict[] {
  const { documents } = rules.tables.documents
  const own = pictures[at]
  const shown = own && shownIn(own, documents)
  if (!own?.place || !shown) return []
  const { material } = own.place
  if (isScene(material, rules)) return shown.side === 'back' ? [wrongSide(shown.side)] : []
  const isOwn = documents.some(({ id, materials }) => id === own.reading?.document && materials.includes(material))
  if (shown.both || !isOwn) return []
  const here = pictures.filter(({ place }) => place?.material === own.place?.material && place?.for === own.place?.for)
  const sides = here.map((picture) => shownIn(picture, documents))
  const [before, after] = [sides.slice(0, here.indexOf(own)), sides.slice(here.indexOf(own) + 1)]
  const isSame = (other: Shown | null) => other?.certificate === shown.certificate && other.side === shown.side
  const isOther = (other: Shown | null) => other?.certificate === shown.certificate && other.side !== shown.side
  if (before.some(isSame)) return [sameSide(shown.side)]
  if (shown.side === 'back' && after.some(isOther) && !before.some(isOther)) return [swapped]
  const areAllKnown = here.every(({ reading }) => reading !== null && reading.document !== null)
  const isAlone = ![...before, ...after].some((other) => isOther(other) || isSame(other) || other?.both)
  return areAllKnown && isAlone ? [missingSide(shown.side)] : []
}

const nameOf = (side: DocumentKind['side']) =>
  side === 'front'
    ? { zh: '人像面', en: 'the side with the portrait' }
    : { zh: '背面（国徽面）', en: 'the other side, with the emblem' }

const swapped: Verdict = {
  code: 'image.sides-swapped',
  severity: 'warning',
  cause: {
    zh: '两面的顺序反了：应当人像面在上，国徽面在下。',
    en: 'The two sides are in the wrong order: the portrait side goes above the other.',
  },
  fix: { zh: '把人像面移到前面。', en: 'Move the portrait side to the front.' },
}

function sameSide(shown: DocumentKind['side']): Verdict {
  const [side, other] = [nameOf(shown), nameOf(shown === 'front' ? 'back' : 'front')]
  return {
    code: 'image.same-side',
    severity: 'blocker',
    cause: { zh: `同一面放了两次：又一张${side.zh}。`, en: `The same side twice: another picture of ${side.en}.` },
    fix: { zh: `换成${other.zh}。`, en: `Put ${other.en} in its place.` },
  }
}

function missingSide(shown: DocumentKind['side']): Verdict {
  const other = nameOf(shown === 'front' ? 'back' : 'front')
  return {
    code: 'image.side-missing',
    severity: 'warning',
    cause: { zh: `只有一面，还缺${other.zh}。`, en: `Only one side is here; ${other.en} is missing.` },
    fix: { zh: `补上${other.zh}的照片。`, en: `Add a picture of ${other.en}.` },
  }
}

function wrongSide(shown: DocumentKind['side']): Verdict {
  const side = nameOf(shown)
  return {
    code: 'image.wrong-side',
    severity: 'warning',
    cause: {
      zh: `手持的是证件${side.zh}，应当是有人像和号码的一面。`,
      en: `What is held up is ${side.en}; it has to be the side with the portrait and the number.`,
    },
    fix: { zh: '把人像面朝向镜头重拍。', en: 'Photograph it again with the portrait side to the lens.' },
  }
}
