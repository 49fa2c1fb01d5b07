/** Calls on the library of blanks: official forms of others, and where on them each fact is written. */
import { z } from 'zod'
import { Places } from '../rules/anchor-map.ts'
import { Corners, Filing, IsoDate, Slug } from '../rules/schema.ts'
import { BlankCheck, BlankDetail, BlankView, RuledView, SuggestionView } from './blank-views.ts'
import { Id, Nothing, Path, Task } from './call-parts.ts'
import { Picture } from './views.ts'

const Name = z.string().trim().min(1).max(100)
/** null: of no one provider, of the whole country. */
const Whose = { provider: Slug.nullable(), province: z.string().max(2).nullable() }
const PageInput = { page: z.number().int().min(0).max(99), side: z.number().int().min(16).max(4096) }

/** A blank out of the library, or a file with its map beside it. */
export const BlankSource = z.union([z.strictObject({ id: Id }), z.strictObject({ path: Path })])
export type BlankSource = z.infer<typeof BlankSource>

export const blankCalls = {
  'blank/list': { input: Nothing, output: z.array(BlankView) },
  /** A photo or scan that may come in, and the corners of its sheet as far as they are seen; null: it is no picture. */
  'blank/look': {
    input: z.strictObject({ path: Path }),
    output: z
      .strictObject({
        picture: Picture,
        width: z.number().int(),
        height: z.number().int(),
        corners: Corners.nullable(),
        sure: z.boolean(),
      })
      .nullable(),
  },
  /**
   * Takes a PDF, a Word file (where LibreOffice is there), a scan or a photo into the library; a map that lies beside
   * a PDF comes with it. `corners`: of the paper in a photo, as the person set them; null: as they are found.
   */
  'blank/take-in': {
    input: z.strictObject({
      task: Task,
      path: Path,
      form: Slug,
      title: Name.nullable(),
      edition: Name,
      ...Whose,
      corners: Corners.nullable().default(null),
      on: IsoDate,
    }),
    output: BlankView,
  },
  'blank/get': { input: z.strictObject({ blank: Id }), output: BlankDetail },
  'blank/page': { input: z.strictObject({ blank: Id, ...PageInput }), output: Picture },
  'blank/ruled': { input: z.strictObject({ blank: Id, page: z.number().int().min(0).max(99) }), output: RuledView },
  'blank/suggest': { input: z.strictObject({ blank: Id }), output: z.array(SuggestionView) },
  /** The page with these places filled: with a filing's facts, or with the fields' own names. Nothing is saved. */
  'blank/preview': {
    input: z.strictObject({
      blank: Id,
      places: Places,
      filing: Id.nullable(),
      service: z.number().int().min(0).max(499).default(0),
      on: IsoDate,
      ...PageInput,
    }),
    output: Picture,
  },
  'blank/place': {
    input: z.strictObject({ blank: Id, revision: z.number().int(), places: Places }),
    output: BlankView,
  },
  'blank/describe': {
    input: z.strictObject({ blank: Id, revision: z.number().int(), title: Name, edition: Name, ...Whose }),
    output: BlankView,
  },
  'blank/remove': { input: z.strictObject({ blank: Id }), output: Nothing },
  /** A name ending in `.json`: the map; else the blank and its map as one file. */
  'blank/export': { input: z.strictObject({ blank: Id, out: Path }), output: z.strictObject({ out: z.string() }) },
  /**
   * A blank with its map; or a map, for the blank in the library that it belongs to. `replace`: also where that has
   * other places already.
   */
  'blank/import': {
    input: z.strictObject({ path: Path, replace: z.boolean().default(false), on: IsoDate }),
    output: BlankView,
  },
  /** Remembers for this provider (and province) that this form is written on this blank; null: on our own sheet. */
  'blank/choose': {
    input: z.strictObject({ ...Whose, form: Slug, blank: Id.nullable() }),
    output: Nothing,
  },
  /** A PDF of the disk with its map (by default the one beside it): whether they belong together. */
  'file/check-blank': { input: z.strictObject({ path: Path, map: Path.nullable() }), output: BlankCheck },
  /** What was chosen for the papers of a filing: blank ids by form. */
  'file/chosen-blanks': { input: z.strictObject({ filing: Filing }), output: z.record(z.string(), Id) },
} as const
