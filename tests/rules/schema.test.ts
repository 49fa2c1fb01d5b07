import { expect, test } from 'vitest'
import { filingJsonSchema } from '../../rules/json-schema.ts'
import { Filing } from '../../rules/schema.ts'
import { changed, individual, unit } from './filings.ts'

test.each([
  ['an unknown key', { colour: 'red' }, ['colour']],
  ['an unknown key deep inside', { 'services[0].domains[0].expiry': '2027-01-01' }, ['expiry']],
  [
    'a day that does not exist',
    { 'services[0].domains[0].expires': '2027-02-29' },
    ['services', 0, 'domains', 0, 'expires'],
  ],
  ['a province that does not exist', { province: '19' }, ['province']],
  ['a province with its name', { province: '广东' }, ['province']],
  ['a text for a number', { 'services[0].server.periodMonths': '12' }, ['services', 0, 'server', 'periodMonths']],
  ['half a month', { 'services[0].server.periodMonths': 3.5 }, ['services', 0, 'server', 'periodMonths']],
  ['a word for yes', { paperForm: 'yes' }, ['paperForm']],
])('%s is refused, naming the place', (_, changes, place) => {
  expect(() => changed(unit, changes)).toThrow(expect.objectContaining({ issues: [expect.anything()] }))
  try {
    changed(unit, changes)
  } catch (error) {
    const [issue] = (error as { issues: { path: PropertyKey[]; keys?: string[] }[] }).issues
    expect(issue?.keys ?? issue?.path).toEqual(place)
  }
})

test('both complete filings are read as they are written', () => {
  expect(Filing.parse(individual)).toEqual(individual)
  expect(Filing.parse(unit)).toEqual(unit)
})

test('the JSON Schema refuses unknown keys and knows the provinces', () => {
  const schema = filingJsonSchema() as {
    additionalProperties: boolean
    properties: Record<string, { enum?: string[] }>
  }
  expect(schema.additionalProperties).toBe(false)
  expect(schema.properties['province']?.enum).toHaveLength(31)
  expect(Object.keys(schema.properties)).toEqual(Object.keys(Filing.shape))
})
