/** Boxes and radio buttons of a PDF form, taken for a field by pointing. */
import { expect, test } from 'vitest'
import type { BlankField } from '../../preload/blank-views.ts'
import { fieldAt, withFormChoices } from '../../renderer/blanks/placing.ts'
import { noPlaces } from '../../rules/anchor-map.ts'

const title = { zh: '主办者性质', en: 'Nature' }
const options = ['企业', '个人', '事业单位']
const field: BlankField = {
  id: 'organizer-nature',
  title,
  hint: title,
  kind: 'text',
  optional: false,
  options,
  columns: [],
}

test('each box is for a text of its own: the one it is named after, else the next without a box', () => {
  const named = withFormChoices(noPlaces, field, { name: '个人', options: [] })
  const both = withFormChoices(named, field, { name: 'box2', options: [] })
  expect(both.formChoices).toEqual([
    { field: field.id, name: '个人', ticks: ['个人'] },
    { field: field.id, name: 'box2', ticks: ['企业'] },
  ])
  expect(fieldAt('box2', both)).toBe(field.id)
  expect(fieldAt('box3', both)).toBeNull()
})

test('radio buttons come with all their choices at once, and pointing at them again begins anew', () => {
  const radio = { name: 'nature', options: ['事业单位', '0', '1', '2'] }
  const once = withFormChoices(noPlaces, field, radio)
  expect(once.formChoices.map(({ value, ticks }) => [value, ticks])).toEqual([
    ['事业单位', ['事业单位']],
    ['0', ['企业']],
    ['1', ['个人']],
    ['2', ['2']],
  ])
  expect(withFormChoices(once, field, radio)).toEqual(once)
})
