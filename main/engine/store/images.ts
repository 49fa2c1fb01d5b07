import { z } from 'zod'
import { Finding, Measurements } from '../../../rules/answers.ts'
import { stillOverruled } from '../../../rules/overrule.ts'
import { Overruled } from '../../../rules/overruled-schema.ts'
import { pictureName } from '../../../rules/picture-name.ts'
import { Adjustment, MaterialId } from '../../../rules/schema.ts'
import { Failure } from '../failure.ts'
import { markUsed } from './clients.ts'
import { getFiling } from './filings.ts'
import { writeLog } from './log.ts'
import { json, newId, now, parseRow } from './rows.ts'
import type { ReadStore, WriteStore } from './store.ts'

const ImageRow = z.object({
  id: z.uuid(),
  filing: z.uuid(),
  client: z.uuid(),
  hash: z.string(),
  name: z.string(),
  format: z.string(),
  /** Of the original, counted from 1; null where the original is one picture. */
  page: z.int().nullable(),
  /** Which of the filing's pictures with this name and page, counted from 1. */
  nth: z.int(),
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
  material: MaterialId.nullable(),
  placeFor: z.string().nullable(),
  position: z.int(),
  adjustments: json(z.array(Adjustment)),
  findings: json(z.array(Finding)),
  measurements: json(Measurements.nullable()),
  reading: z.instanceof(Buffer).nullable(),
  settled: z.int().transform((flag) => flag === 1),
  proposed: z.int().transform((flag) => flag === 1),
  overruled: json(z.array(Overruled)),
})

/** Where a picture belongs: a material of the subject, or of one service ("services[0]"). */
export interface Place {
  material: MaterialId
  for: string
}

/** An original and what is done to it. `client` and `hash` find the original's bytes; readings.ts opens `reading`. */
export interface Image extends Omit<z.output<typeof ImageRow>, 'material' | 'placeFor'> {
  /** null: in the tray, not yet given a place. */
  place: Place | null
}

/** What an image is when it comes in; it goes to the end of its place. */
export type NewImage = Omit<Image, 'id' | 'client' | 'position' | 'nth' | 'reading' | 'proposed'>

/** Call it after `sealOriginal`. Fails with `filing.missing`. */
export function insertImage(store: WriteStore, image: NewImage): Image {
  const id = newId()
  const { place, adjustments, findings, measurements, overruled, settled, ...facts } = image
  return store.transaction(() => {
    const { client } = getFiling(store, facts.filing)
    store.run(
      `INSERT INTO images (id, filing, client, hash, name, format, page, nth, bytes, width, height, material, placeFor, position,
         adjustments, findings, measurements, overruled, settled, createdAt, updatedAt, device)
         VALUES (@id, @filing, @client, @hash, @name, @format, @page, @nth, @bytes, @width, @height, @material, @placeFor, @position,
         @adjustments, @findings, @measurements, @overruled, @settled, @at, @at, @device)`,
      {
        ...facts,
        id,
        client,
        material: place?.material ?? null,
        placeFor: place?.for ?? null,
        position: inPlace(store, facts.filing, place).length,
        nth: nextNth(store, facts),
        adjustments: JSON.stringify(adjustments),
        findings: JSON.stringify(findings),
        measurements: JSON.stringify(measurements),
        overruled: JSON.stringify(overruled),
        settled: settled ? 1 : 0,
        at: now(),
        device: store.device,
      },
    )
    markUsed(store, client)
    writeLog(store, 'image.insert', id)
    return getImage(store, id)
  })
}

/** Fails with `picture.missing`. */
export function getImage(store: ReadStore, image: string): Image {
  const row = store.get('SELECT * FROM images WHERE id = ? AND deletedAt IS NULL', image)
  if (row === undefined) throw new Failure('picture.missing')
  return imageOf(row)
}

/** The filing's images, place by place, each place in its order; the tray comes last. */
export function listImages(store: ReadStore, filing: string): Image[] {
  return store
    .all(
      `SELECT * FROM images WHERE filing = ? AND deletedAt IS NULL
         ORDER BY material IS NULL, placeFor, material, position, id`,
      filing,
    )
    .map(imageOf)
}

/**
 * Puts the image at `position` (0 is first) of a place, or of the tray, and closes the gap it leaves.
 * A position beyond the end is the end. Returns all images of the filing. Fails with `picture.missing`.
 */
export function moveImage(
  store: WriteStore,
  { image, place, position }: { image: string; place: Place | null; position: number },
): Image[] {
  return store.transaction(() => {
    const { filing, client, place: from } = getImage(store, image)
    store.run(
      'UPDATE images SET material = ?, placeFor = ? WHERE id = ?',
      place?.material ?? null,
      place?.for ?? null,
      image,
    )
    renumber(
      store,
      inPlace(store, filing, from).filter((id) => id !== image),
    )
    const others = inPlace(store, filing, place).filter((id) => id !== image)
    renumber(store, others.toSpliced(position, 0, image))
    stamp(store, image)
    markUsed(store, client)
    writeLog(store, 'image.move', image)
    return listImages(store, filing)
  })
}

/** Replaces the list of adjustments, and what was found, measured and read with them. Fails with `picture.missing`. */
export function adjustImage(
  store: WriteStore,
  image: string,
  change: Pick<Image, 'adjustments'> & Partial<Pick<Image, 'findings' | 'measurements' | 'proposed'>>,
): Image {
  return store.transaction(() => {
    const old = getImage(store, image)
    const { adjustments, findings, measurements, proposed } = { ...old, proposed: false, ...change }
    const overruled = stillOverruled(findings, old.overruled)
    store.run(
      `UPDATE images SET adjustments = ?, findings = ?, measurements = ?, overruled = ?, reading = NULL, settled = 1,
         proposed = ? WHERE id = ?`,
      JSON.stringify(adjustments),
      JSON.stringify(findings),
      JSON.stringify(measurements),
      JSON.stringify(overruled),
      proposed ? 1 : 0,
      image,
    )
    stamp(store, image)
    markUsed(store, old.client)
    writeLog(store, 'image.adjust', image, { adjustments: adjustments.length })
    return getImage(store, image)
  })
}

/** Takes a proposal back: the picture is again as it came in, and waits for another. Fails with `picture.missing`. */
export function unsettleImage(
  store: WriteStore,
  image: string,
  change: Pick<Image, 'findings' | 'measurements'>,
): void {
  store.transaction(() => {
    adjustImage(store, image, { adjustments: [], ...change })
    store.run('UPDATE images SET settled = 0 WHERE id = ?', image)
  })
}

/** What was found is judged anew, as when the picture is handed in as something else. Fails with `picture.missing`. */
export function rejudgeImage(store: WriteStore, image: string, findings: readonly Finding[]): void {
  const { overruled } = getImage(store, image)
  const still = JSON.stringify(stillOverruled(findings, overruled))
  store.run('UPDATE images SET findings = ?, overruled = ? WHERE id = ?', JSON.stringify(findings), still, image)
}

/** Leaves a finding be, for a reason; null takes that back. Fails with `picture.missing`. */
export function overruleFinding(
  store: WriteStore,
  { image, code, reason }: { image: string; code: string; reason: string | null },
): Image {
  return store.transaction(() => {
    const { client, overruled } = getImage(store, image)
    const others = overruled.filter((one) => one.code !== code)
    const list = reason === null ? others : [...others, { code, reason, by: store.who, at: now() }]
    store.run('UPDATE images SET overruled = ? WHERE id = ?', JSON.stringify(list), image)
    stamp(store, image)
    markUsed(store, client)
    writeLog(store, reason === null ? 'image.overrule-undo' : 'image.overrule', image, { finding: code })
    return getImage(store, image)
  })
}

/** Marks the image as removed; see tidy.ts. Returns the filing's other images. Fails with `picture.missing`. */
export function removeImage(store: WriteStore, image: string): Image[] {
  return store.transaction(() => {
    const { filing, client, place } = getImage(store, image)
    stamp(store, image)
    store.run('UPDATE images SET deletedAt = updatedAt WHERE id = ?', image)
    renumber(store, inPlace(store, filing, place))
    markUsed(store, client)
    writeLog(store, 'image.remove', image)
    return listImages(store, filing)
  })
}

/**
 * Takes a removal back: the image returns to where it was, or to the end of a place that has become shorter. Returns
 * all images of the filing. Fails with `picture.missing` once its content is gone; see tidy.ts.
 */
export function restoreImage(store: WriteStore, image: string): Image[] {
  return store.transaction(() => {
    const row = store.get('SELECT * FROM images WHERE id = ? AND deletedAt IS NOT NULL AND hash IS NOT NULL', image)
    if (row === undefined) throw new Failure('picture.missing')
    const { filing, client, place, position } = imageOf(row)
    getFiling(store, filing)
    const others = inPlace(store, filing, place)
    store.run('UPDATE images SET deletedAt = NULL WHERE id = ?', image)
    renumber(store, others.toSpliced(position, 0, image))
    stamp(store, image)
    markUsed(store, client)
    writeLog(store, 'image.restore', image)
    return listImages(store, filing)
  })
}

function imageOf(row: unknown): Image {
  const { material, placeFor, ...image } = parseRow(ImageRow, row, 'images')
  return { ...image, place: material === null ? null : { material, for: placeFor ?? '' } }
}

const NameRow = ImageRow.pick({ name: true, page: true, nth: true })

/**
 * Removed ones count as long as they can come back. A file may be called `cards (2).jpg` by itself: no two pictures of
 * a filing have one name.
 */
function nextNth(store: ReadStore, { filing, name, page }: Pick<Image, 'filing' | 'name' | 'page'>): number {
  const others = store
    .all('SELECT name, page, nth FROM images WHERE filing = ? AND (deletedAt IS NULL OR hash IS NOT NULL)', filing)
    .map((row) => parseRow(NameRow, row, 'images'))
  const names = new Set(others.map(pictureName))
  const same = others.filter((other) => other.name === name && other.page === page)
  let nth = Math.max(0, ...same.map((other) => other.nth)) + 1
  while (names.has(pictureName({ name, page, nth }))) nth += 1
  return nth
}

const IdRow = z.object({ id: z.uuid() })

function inPlace(store: ReadStore, filing: string, place: Place | null): string[] {
  return store
    .all(
      `SELECT id FROM images WHERE filing = ? AND material IS ? AND placeFor IS ? AND deletedAt IS NULL
         ORDER BY position, id`,
      filing,
      place?.material ?? null,
      place?.for ?? null,
    )
    .map((row) => parseRow(IdRow, row, 'images').id)
}

/** Numbers a place from 0; rows that keep their number are not touched. */
function renumber(store: WriteStore, ids: readonly string[]): void {
  for (const [position, id] of ids.entries()) {
    const changed = store.run('UPDATE images SET position = ? WHERE id = ? AND position <> ?', position, id, position)
    if (changed > 0) stamp(store, id)
  }
}

function stamp(store: WriteStore, image: string): void {
  store.run('UPDATE images SET updatedAt = ?, device = ? WHERE id = ?', now(), store.device, image)
}
