/** What a reviewer would object to in what is read: the paper, its side, its values, its dates. Pure. */
import type { Finding, Severity } from '../answers.ts'
import type { Rules } from '../catalog.ts'
import type { PictureCode } from '../picture-codes.ts'
import { isScene } from '../scenes.ts'
import type { Filing, IsoDate, Text } from '../schema.ts'
import { contradictions } from './contradictions.ts'
import type { DocumentKind } from './documents-schema.ts'
import type { ReadingPlace } from './places.ts'
import type { DocumentReading } from './schema.ts'
import { sidesOf } from './sides.ts'

export interface ReadPicture {
  file: string
  /** null: in the tray. */
  place: ReadingPlace | null
  /** null: not read. */
  reading: DocumentReading | null
}

export interface Verdict {
  code: PictureCode
  severity: Severity
  cause: Text
  fix: Text
}

/** The findings of each picture, in the order of the pictures. Pictures of one place are judged together. */
export function judgeReadings(
  pictures: readonly ReadPicture[],
  filing: Filing,
  on: IsoDate,
  rules: Rules,
): Finding[][] {
  return pictures.map((picture, at) => {
    const { reading, place } = picture
    if (!reading) return []
    const verdicts = [
      ...standingWrong(reading),
      ...(place ? wrongKind(reading, place, rules) : []),
      ...(place ? sidesOf(pictures, at, rules) : []),
      ...(place ? unreadable(reading, place, rules) : []),
      ...(place ? contradictions(reading, place, filing, { on, rules }) : []),
    ]
    return verdicts.map((verdict) => findingOf(verdict, picture.file, rules))
  })
}

function findingOf({ code, severity, cause, fix }: Verdict, file: string, { tables }: Rules): Finding {
  const { sources } = tables.documents
  return { code, severity, at: file, ...cause, fix, rule: code, sources, earlier: [], verify: false }
}

function standingWrong({ turn }: DocumentReading): Verdict[] {
  if (turn === 0) return []
  if (turn === null) return []
  return [
    {
      code: 'image.not-upright',
      severity: 'warning',
      cause: {
        zh: turn === 180 ? '图片上下颠倒。' : '图片横过来了，文字不是从左到右。',
        en: turn === 180 ? 'The picture stands on its head.' : 'The picture lies on its side.',
      },
      fix: {
        zh: `顺时针旋转 ${turn} 度（命令 straighten 会自己转正）。`,
        en: `Turn it clockwise by ${turn} degrees (the command straighten does it by itself).`,
      },
    },
  ]
}

/** Places whose papers are known by their words. */
function kindsFor({ material }: ReadingPlace, { tables }: Rules): DocumentKind[] {
  return tables.documents.documents.filter(({ materials }) => materials.includes(material))
}

function wrongKind(reading: DocumentReading, place: ReadingPlace, rules: Rules): Verdict[] {
  const fitting = kindsFor(place, rules)
  const known = rules.tables.documents.documents.find(({ id }) => id === reading.document)
  if (!known || fitting.length === 0 || fitting.includes(known)) return []
  // Held up the wrong way round: that is said of its side.
  if (known.side === 'back' && fitting.some(({ certificate }) => certificate === known.certificate)) return []
  // An individual's ID card is his organizer's certificate too.
  if (place.material === 'organizer-certificate' && known.materials.includes('subject-responsible-id')) return []
  const title = rules.materials.get(place.material)?.title
  return [
    {
      code: 'image.wrong-kind',
      severity: 'blocker',
      cause: {
        zh: `这里要的是“${title?.zh}”，图片上是“${known.title.zh}”。`,
        en: `This place wants "${title?.en}"; the picture shows "${known.title.en}".`,
      },
      fix: {
        zh: '把图片移到它该在的材料里，再放入正确的证件。',
        en: 'Move the picture to the paper it belongs to, and put the right document here.',
      },
    },
  ]
}

/** A card whose number the program cannot read is one that a reviewer may not read either. */
function unreadable(reading: DocumentReading, place: ReadingPlace, rules: Rules): Verdict[] {
  const fitting = kindsFor(place, rules)
  const isCertificate = fitting.some(({ certificate }) => certificate !== null)
  if (!isCertificate || isScene(place.material, rules)) return []
  const kind = rules.tables.documents.documents.find(({ id }) => id === reading.document)
  const number = reading.fields.find(({ field }) => field === 'number')
  if (
    kind ? kind.number === null || kind.certificate === null || number : reading.lines.length > 0 && !isCardPlace(place)
  )
    return []
  return [
    {
      code: 'image.unreadable',
      severity: 'warning',
      cause: kind
        ? {
            zh: '认得出是什么证件，但证件号码读不出来，或读出的校验位不对：可能模糊、反光或被遮挡。',
            en: 'The document is recognised, but its number cannot be read or its check digit is wrong: it may be blurred, in glare or covered.',
          }
        : {
            zh: '图片上读不出证件的文字：可能太模糊、太小，或拍的不是证件。',
            en: 'No words of a certificate can be read in the picture: it may be blurred or too small, or show something else.',
          },
      fix: {
        zh: '放大看看文字是否清楚；不清楚就重拍。',
        en: 'Look at the print enlarged; photograph it again if it is not clear.',
      },
    },
  ]
}

function isCardPlace({ material }: ReadingPlace): boolean {
  return material.endsWith('-id')
}
