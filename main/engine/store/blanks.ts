/** The library of blanks: each file once, shared by all clients, with the places to write on. */
import { z } from 'zod'
import { Places } from '../../../rules/anchor-map.ts'
import { FormId } from '../../../rules/answers.ts'
import { Failure } from '../failure.ts'
import { writeLog } from './log.ts'
import { json, newId, now, parseRow } from './rows.ts'
import type { ReadStore, WriteStore } from './store.ts'

/** What a blank was when it came in. */
export const blankKinds = ['flat', 'form', 'word', 'picture'] as const

const BlankRow = z.object({
  id: z.uuid(),
  /** SHA-256 of the PDF that is filled, and of the file that came in. */
  hash: z.string(),
  source: z.string(),
  kind: z.enum(blankKinds),
  /** The file's own name. */
  name: z.string(),
  title: z.string(),
  form: FormId,
  /** null: of no one provider, or of the whole country. */
  provider: z.string().nullable(),
  province: z.string().nullable(),
  edition: z.string(),
  pages: z.int(),
  places: json(Places),
  revision: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type StoredBlank = z.output<typeof BlankRow>
export type NewBlank = Omit<StoredBlank, 'id' | 'revision' | 'createdAt' | 'updatedAt'>

/** Fails with `blank.known` when this file is there already for this form. */
export function insertBlank(store: WriteStore, blank: NewBlank, pdf: Uint8Array): StoredBlank {
  return store.transaction(() => {
    const known = store.get(
      'SELECT * FROM blanks WHERE (hash = @hash OR source = @source) AND form = @form AND deletedAt IS NULL',
      { hash: blank.hash, source: blank.source, form: blank.form },
    )
    if (known !== undefined) throw new Failure('blank.known', { title: rowOf(known).title })
    const id = newId()
    store.run('INSERT INTO blankFiles (hash, pdf) VALUES (?, ?) ON CONFLICT DO NOTHING', blank.hash, Buffer.from(pdf))
    store.run(
      `INSERT INTO blanks (id, hash, source, kind, name, title, form, provider, province, edition, pages, places,
         revision, createdAt, updatedAt, device)
         VALUES (@id, @hash, @source, @kind, @name, @title, @form, @provider, @province, @edition, @pages, @places,
         1, @at, @at, @device)`,
      { ...blank, places: JSON.stringify(blank.places), id, at: now(), device: store.device },
    )
    writeLog(store, 'blank.insert', id)
    return getBlank(store, id)
  })
}

const rowOf = (row: unknown): StoredBlank => parseRow(BlankRow, row, 'blanks')

/** Fails with `blank.missing`. */
export function getBlank(store: ReadStore, blank: string): StoredBlank {
  const row = store.get('SELECT * FROM blanks WHERE id = ? AND deletedAt IS NULL', blank)
  if (row === undefined) throw new Failure('blank.missing')
  return rowOf(row)
}

/** By form, the newest first. */
export function listBlanks(store: ReadStore): StoredBlank[] {
  return store.all('SELECT * FROM blanks WHERE deletedAt IS NULL ORDER BY form, id DESC').map(rowOf)
}

const FileRow = z.object({ pdf: z.instanceof(Buffer) })

/** The PDF. Fails with `store.damaged`. */
export function blankFile(store: ReadStore, { hash }: Pick<StoredBlank, 'hash'>): Buffer {
  return parseRow(FileRow, store.get('SELECT pdf FROM blankFiles WHERE hash = ?', hash), 'blankFiles').pdf
}

export type BlankChange = Partial<Pick<StoredBlank, 'title' | 'provider' | 'province' | 'edition' | 'places'>>

/** `revision`: the one that was changed. Fails with `blank.missing` and `blank.stale`. */
export function changeBlank(store: WriteStore, id: string, revision: number, change: BlankChange): StoredBlank {
  return store.transaction(() => {
    const old = getBlank(store, id)
    if (old.revision !== revision) throw new Failure('blank.stale')
    const { title, provider, province, edition, places } = { ...old, ...change }
    store.run(
      `UPDATE blanks SET title = @title, provider = @provider, province = @province, edition = @edition,
         places = @places, revision = revision + 1, updatedAt = @at, device = @device WHERE id = @id`,
      { id, title, provider, province, edition, places: JSON.stringify(places), at: now(), device: store.device },
    )
    writeLog(store, 'blank.change', id)
    return getBlank(store, id)
  })
}

/** Takes the blank and every choice of it away, and its bytes unless another form uses them. */
export function removeBlank(store: WriteStore, id: string): void {
  store.transaction(() => {
    const { hash } = getBlank(store, id)
    store.run('DELETE FROM blankChoices WHERE blank = ?', id)
    store.run('UPDATE blanks SET deletedAt = @at, updatedAt = @at, device = @device WHERE id = @id', {
      id,
      at: now(),
      device: store.device,
    })
    store.run(
      `DELETE FROM blankFiles WHERE hash = @hash
         AND NOT EXISTS (SELECT 1 FROM blanks WHERE hash = @hash AND deletedAt IS NULL)`,
      { hash },
    )
    writeLog(store, 'blank.remove', id)
  })
}

/** For whom a choice holds; an empty word: any. */
export interface ChoiceFor {
  provider: string
  province: string
  form: string
}

/**
 * Remembers the blank for its provider and form; one of a single province for that province only. null: our own
 * sheet again. Fails with `blank.missing`, or with `blank.other-form` when the blank is of another form.
 */
export function chooseBlank(store: WriteStore, { provider, province, form }: ChoiceFor, blank: string | null): void {
  store.transaction(() => {
    const chosen = blank === null ? null : getBlank(store, blank)
    if (chosen && chosen.form !== form) throw new Failure('blank.other-form', { title: chosen.title })
    store.run(`DELETE FROM blankChoices WHERE provider = @provider AND form = @form AND province IN (@province, '')`, {
      provider,
      province,
      form,
    })
    if (chosen) {
      store.run(
        `INSERT INTO blankChoices (provider, province, form, blank, updatedAt, device)
           VALUES (@provider, @province, @form, @blank, @at, @device)`,
        {
          provider,
          province: chosen.province ?? '',
          form,
          blank: chosen.id,
          at: now(),
          device: store.device,
        },
      )
    }
    writeLog(store, 'blank.choose', blank, { form, provider })
  })
}

/** The blank that was chosen here, the one of the province before the one of all; null: our own sheet. */
export function chosenBlank(store: ReadStore, { provider, province, form }: ChoiceFor): StoredBlank | null {
  const row = store.get(
    `SELECT blanks.* FROM blankChoices JOIN blanks ON blanks.id = blankChoices.blank
       WHERE blankChoices.provider = @provider AND blankChoices.form = @form
         AND blankChoices.province IN (@province, '') AND blanks.deletedAt IS NULL
       ORDER BY blankChoices.province DESC LIMIT 1`,
    { provider, province, form },
  )
  return row === undefined ? null : rowOf(row)
}
