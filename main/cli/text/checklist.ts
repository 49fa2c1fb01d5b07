/** A checklist for a person. */
import type { Output } from '../../../preload/contract.ts'
import { type Advice, type ChecklistItem, type Need, needs, type Reason } from '../../../rules/answers.ts'
import type { MaterialId } from '../../../rules/schema.ts'
import { asideLines, type Catalog, findingsSection, sourceLines } from './findings.ts'
import { placeText, type Say, section } from './say.ts'

export function checklistText(list: Output<'file/checklist'>, catalog: Catalog, say: Say): string {
  return [
    say(
      `备案材料清单（${list.asOf}，规则版本 ${list.rulesVersion}）`,
      `Checklist for ${list.asOf}, rules ${list.rulesVersion}`,
    ),
    ...needs.flatMap((need) => needSection(need, list.items, catalog, say)),
    ...findingsSection(list.findings, catalog, say),
    ...deadlineLines(list.deadline, say),
    ...section(
      say(`还需要知道（${list.asks.length}）`, `Still to be known (${list.asks.length})`),
      list.asks.flatMap((ask) => [
        `? ${ask.at}`,
        ...ask.why.map((why) => `   ${say('用来判断：', 'to decide: ')}${say(why)}`),
      ]),
    ),
    ...section(
      say(
        `说明：程序无法代为判断，提交前看一遍（${list.advice.length}）`,
        `Advice that no program can check (${list.advice.length})`,
      ),
      list.advice.flatMap((advice) => adviceLines(advice, catalog, say)),
    ),
  ].join('\n')
}

function adviceLines(advice: Advice, catalog: Catalog, say: Say): string[] {
  return [
    `· ${say(advice.title)}${say('：', ': ')}${say(advice)}`,
    ...sourceLines(advice.sources, catalog, say, '   '),
    ...asideLines(advice, catalog, say),
  ]
}

function deadlineLines({ date, windows }: Output<'file/checklist'>['deadline'], say: Say): string[] {
  if (date === null) return []
  return section(
    say(`最晚 ${date} 提交，资料才仍然有效`, `Submit by ${date}, as long as nothing has run out`),
    windows.map(
      (window) =>
        `${say(`${window.date} 之后`, `after ${window.date}`)}: ${say(window.finding)}  (${window.finding.at})`,
    ),
  )
}

function needSection(need: Need, items: readonly ChecklistItem[], catalog: Catalog, say: Say): string[] {
  const titles: Record<Need, string> = {
    required: say('必须准备', 'Required'),
    later: say('稍后需要', 'Later'),
    optional: say('可选', 'Optional'),
    unknown: say('资料不全，尚不能确定', 'Not certain yet: facts are missing'),
  }
  const found = items.filter((item) => item.need === need)
  return section(
    `${titles[need]} (${found.length})`,
    found.flatMap((item, index) => itemLines(item, index + 1, catalog, say)),
  )
}

function itemLines(item: ChecklistItem, number: number, catalog: Catalog, say: Say): string[] {
  const titleOf = (id: MaterialId) => {
    const title = catalog.materials.find((material) => material.id === id)?.title
    return title ? say(title) : id
  }
  const line = (zh: string, en: string) => `   ${say(zh, en)}`
  const covers = item.covers.map(titleOf)
  return [
    `${number}. ${say(item.title)} [${placeText(item.for, say)}]  (${item.material})`,
    ...(covers.length > 0 ? [line(`同一份也用作：${covers.join('、')}`, `also serves as: ${covers.join(', ')}`)] : []),
    ...joinLines(item, titleOf, say),
    ...item.because.flatMap((reason) => reasonLines(reason, catalog, say)),
    ...asideLines(item, catalog, say),
    ...item.hints.map((hint) => line(`提示：${hint.zh}`, `hint: ${hint.en}`)),
  ]
}

/** A paper without a slot of its own is nearly always joined into the very picture that it goes up with. */
function joinLines({ uploadWith, stitchWith }: ChecklistItem, titleOf: (id: MaterialId) => string, say: Say): string[] {
  const lines: string[] = []
  if (uploadWith && uploadWith !== stitchWith) {
    lines.push(say(`上传到“${titleOf(uploadWith)}”的位置`, `goes into the slot of: ${titleOf(uploadWith)}`))
  }
  if (stitchWith)
    lines.push(say(`与“${titleOf(stitchWith)}”拼成一张图上传`, `joined into one picture with: ${titleOf(stitchWith)}`))
  return lines.map((line) => `   ${line}`)
}

function reasonLines(reason: Reason, catalog: Catalog, say: Say): string[] {
  const { missing } = reason
  const facts =
    missing === undefined
      ? reason.facts.map(({ name, value }) => `${name} = ${JSON.stringify(value) ?? '?'}`).join(say('，', ', '))
      : say(`缺少 ${missing}`, `${missing} is missing`)
  return [
    `   ${say('为什么：', 'why: ')}${say(reason)}${facts ? ` [${facts}]` : ''}`,
    ...sourceLines(reason.sources, catalog, say, '     '),
  ]
}
