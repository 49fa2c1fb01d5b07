/** The library of blanks for a person. */
import type { BlankCheck, BlankDetail, BlankView, SuggestionView } from '../../../preload/blank-views.ts'
import type { Anchor } from '../../../rules/anchor-map.ts'
import { type Say, section } from './say.ts'

export function listText(blanks: readonly BlankView[], say: Say): string {
  if (blanks.length === 0)
    return say('库里还没有空白表；用 anchors add 收入一份', 'the library is empty; take a blank in with anchors add')
  return blanks.map((blank) => lineOf(blank, say)).join('\n')
}

function lineOf(blank: BlankView, say: Say): string {
  const { id, title, provider, province, edition, placed, fields, createdAt } = blank
  const whose = [provider ?? say('各接入商', 'any provider'), province ?? say('全国', 'all provinces')].join(' ')
  const places = say(`${placed}/${fields} 项有位置`, `${placed} of ${fields} fields placed`)
  return `${id}  ${title}  ${whose}  ${edition}  ${places}  ${createdAt.slice(0, 10)}`
}

export function takenText(blank: BlankView, say: Say): string {
  const next =
    blank.placed === 0
      ? say(
          '接着用 anchors suggest 看推荐的位置，或在窗口里点选。',
          'Next: anchors suggest, or point at the places in the window.',
        )
      : ''
  return [
    say(`已收入“${blank.title}”（${blank.pages} 页）`, `${blank.title} is in the library (${blank.pages} pages)`),
    lineOf(blank, say),
    next,
  ]
    .filter(Boolean)
    .join('\n')
}

export function blankText({ view, fields, places, formFields }: BlankDetail, say: Say): string {
  const lines = fields.map(({ id, title, kind }) => {
    const anchors = places.anchors.filter(({ field }) => field === id).map((anchor) => anchorText(anchor, say))
    const form = places.formFields[id]
    const boxes = places.formChoices.filter(({ field }) => field === id).map(({ name }) => name)
    const where = [...anchors, ...(form ? [say(`表单域 ${form}`, `form field ${form}`)] : []), ...boxes]
    const hand = kind === 'hand' ? say('（手写、盖章处）', ' (by hand)') : ''
    return `- ${id}  ${say(title)}${hand}${say('：', ': ')}${where.join(say('；', '; ')) || say('没有位置', 'no place')}`
  })
  const names = formFields.map(({ name, kind }) => `- ${name} (${kind})`)
  return [
    lineOf(view, say),
    `SHA-256 ${view.hash}`,
    ...section(say('字段', 'Fields'), lines),
    ...section(say('PDF 表单里的域', 'Fields of the PDF form'), names),
  ].join('\n')
}

function anchorText({ page, x, y, width, height, boxes, ticks, row, column }: Anchor, say: Say): string {
  const part = [
    boxes !== undefined && say(`${boxes} 格`, `${boxes} boxes`),
    ticks && say(`勾选：${ticks.join('、')}`, `tick: ${ticks.join(', ')}`),
    row !== undefined && say(`第 ${row + 1} 行 ${column}`, `row ${row + 1} ${column}`),
  ].filter(Boolean)
  const box = [x, y, width, height].map((each) => each.toFixed(0)).join(',')
  return say(`第 ${page + 1} 页 ${box}`, `page ${page + 1} at ${box}`) + (part.length > 0 ? ` (${part.join(' ')})` : '')
}

export function suggestionsText(found: readonly SuggestionView[], { fields }: BlankDetail, say: Say): string {
  if (found.length === 0)
    return say(
      '没有可推荐的位置（扫描件没有文字层），请在窗口里点选',
      'nothing to suggest (a scan has no text layer); point at the places in the window',
    )
  const titleOf = (id: string) => fields.find((field) => field.id === id)?.title
  const lines = found.map(({ field, label, anchor, formField }) => {
    const title = titleOf(field)
    const where = anchor ? anchorText(anchor, say) : say(`表单域 ${formField}`, `form field ${formField}`)
    return `- ${field}  ${title ? say(title) : ''}${say('：', ': ')}${where}  ←  ${label}`
  })
  return [
    say(
      `推荐 ${found.length} 处，请核对；加 --take 采用`,
      `${found.length} suggestions; check them, --take takes them`,
    ),
    ...lines,
  ].join('\n')
}

export function checkText({ form, edition, pages, placed, unplaced }: BlankCheck, say: Say): string {
  return [
    say(
      `相配：${form}，版本 ${edition}，${pages} 页，${placed.length} 项有位置`,
      `They belong together: ${form}, edition ${edition}, ${pages} pages, ${placed.length} fields placed`,
    ),
    ...section(
      say(`没有位置（${unplaced.length}）`, `Without a place (${unplaced.length})`),
      unplaced.map(({ field, title }) => `- ${field}  ${say(title)}`),
    ),
  ].join('\n')
}
