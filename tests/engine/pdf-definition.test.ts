import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formDefinitions } from '../../main/engine/pdf/form-definition.ts'
import { FormDefinition, textFields } from '../../main/engine/pdf/form-shape.ts'
import { formIds } from '../../rules/answers.ts'
import { catalog, shippedRules } from '../../rules/catalog.ts'
import { formValues } from '../../rules/forms.ts'
import { Filing } from '../../rules/schema.ts'
import { definition } from './pdf-facts.ts'

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

  // The rules say who signs; the definition says what the paper has, in the same words.
  test('have every hand place of the rules, and every text a fact or somebody to write it', () => {
    for (const { id, fields } of formDefinitions) {
      const hands = fields.flatMap((field) => (field.kind === 'hand' ? [`${field.id}: ${field.why}`] : []))
      expect(hands.sort()).toEqual(shippedRules.forms[id].hands.map(({ field, why }) => `${field}: ${why}`).sort())
    }
    const printed = new Set(filings.flatMap(({ filing }) => Object.keys(formValues('verification-form', filing))))
    const rare = ['business-scope', 'permit-until', 'change-kinds', 'registrant-names']
    const texts = formDefinitions.flatMap((definition) => textFields(definition).filter(({ own }) => !own))
    expect([...new Set(texts.map(({ id }) => id))].filter((id) => !printed.has(id)).sort()).toEqual(rare.sort())
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
