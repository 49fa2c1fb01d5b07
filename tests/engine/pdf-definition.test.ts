import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FormDefinition, formDefinition, formDefinitions, textFields } from '../../main/engine/pdf/form-definition.ts'
import { type FormId, formIds } from '../../rules/answers.ts'
import { catalog } from '../../rules/catalog.ts'
import { formHandPlaces, formValues } from '../../rules/forms.ts'
import { Filing } from '../../rules/schema.ts'
import { definition, on } from './pdf-facts.ts'

const examples = join(import.meta.dirname, '../../examples')
const filings = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    filing: Filing.parse(JSON.parse(readFileSync(join(examples, name, 'filing.json'), 'utf8'))),
  }))

describe('the forms', () => {
  test('are those the rules know, and cite sources the rules know', () => {
    expect(formDefinitions.map(({ id }) => id)).toEqual([...formIds])
    for (const { sources } of formDefinitions) {
      for (const { id } of sources) expect(Object.keys(catalog.sources)).toContain(id)
    }
  })

  // The rules say what is printed and what is left to the hand; the definition says what the paper has.
  test.each(filings)('$name: every text and every hand place of the rules is on the paper', ({ filing }) => {
    for (const { id, fields } of formDefinitions) {
      const texts = textFields(formDefinition(id)).map((field) => field.id)
      expect(texts).toEqual(expect.arrayContaining(Object.keys(formValues(id as FormId, filing, on))))
      const hands = fields.flatMap((field) => (field.kind === 'hand' ? [`${field.id}: ${field.why}`] : []))
      const asked = formHandPlaces(id as FormId, filing).map(({ field, why }) => `${field}: ${why}`)
      expect(hands).toEqual(expect.arrayContaining(asked))
    }
  })

  const [first, ...rest] = definition.fields
  test.each([
    { what: 'a field twice', broken: { fields: [first, first, ...rest] }, path: ['fields', 1, 'id'] },
    {
      what: 'a section that is not there',
      broken: { sections: definition.sections.slice(1) },
      path: ['fields', 0, 'section'],
    },
    { what: 'an unknown key', broken: { secctions: [] }, path: [] },
  ])('a definition with $what is refused', ({ broken, path }) => {
    const result = FormDefinition.safeParse({ ...definition, ...broken })
    expect(result.error?.issues[0]?.path).toEqual(path)
  })
})
