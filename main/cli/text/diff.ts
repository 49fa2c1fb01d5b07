/** What changes between two checklists, for a person. */
import type { ChecklistDiff } from '../../../rules/diff.ts'
import { placeText, type Say } from './say.ts'

type Change = { change: 'added' | 'removed' | 'changed'; why: { zh: string; en: string }[] }

export function diffText(diff: ChecklistDiff, say: Say): string {
  const lines = diffLines(diff, say, '')
  return [
    say('如果改成这样，清单的变化：', 'What would change in the checklist:'),
    ...(lines.length > 0 ? lines : [say('没有变化', 'nothing')]),
  ].join('\n')
}

export function diffLines({ items, findings, asks }: ChecklistDiff, say: Say, indent: string): string[] {
  return [
    ...items.flatMap((each) => {
      const item = each.after ?? each.before
      return item ? changeLines(each, `${say(item.title)} [${placeText(item.for, say)}]`, say, indent) : []
    }),
    ...findings.flatMap((each) => {
      const finding = each.after ?? each.before
      return finding ? changeLines(each, `${finding.code}${finding.at ? ` (${finding.at})` : ''}`, say, indent) : []
    }),
    ...asks.flatMap((each) => {
      const ask = each.after ?? each.before
      return ask ? changeLines(each, `? ${ask.at}`, say, indent) : []
    }),
  ]
}

function changeLines({ change, why }: Change, title: string, say: Say, indent: string): string[] {
  const signs = { added: say('＋ 新增', '+'), removed: say('－ 不再需要', '-'), changed: say('～ 变化', '~') }
  return [`${indent}${signs[change]} ${title}`, ...why.map((text) => `${indent}   ${say(text)}`)]
}
