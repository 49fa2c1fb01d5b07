/** The windows of papers as rules, so that they give findings, questions and days like any other. */

import type { z } from 'zod'
import type { Condition } from './condition.ts'
import type { Rule } from './rule.ts'
import type { Text } from './schema.ts'
import type { PaperRefusal, PaperTable, PaperWindow } from './tables-schema.ts'

const lead: Text = {
  zh: '{paper.material}的日期为 {paper.issuedOn}。',
  en: 'The date of “{paper.material}” is {paper.issuedOn}. ',
}
const check: Text = { zh: '材料的日期是否还在期限内', en: 'whether the paper is recent enough' }
const kindCheck: Text = { zh: '交的是哪一种材料', en: 'which kind of paper it is' }

function isTooOld({ within }: PaperWindow): Condition {
  return 'months' in within
    ? { fact: 'paper.monthsSinceIssued', gt: within.months }
    : { fact: 'paper.daysSinceIssued', gt: within.days }
}

function ruleOf(window: PaperWindow, suffix: string, need: Condition, severity: 'blocker' | 'warning'): Rule {
  const { id, zh, en, fix, sources } = window
  return {
    id: `paper.${id}${suffix}`,
    scope: 'paper',
    when: { all: [need, { fact: 'paper.window', is: id }, isTooOld(window)] },
    finding: { code: 'paper.too-old', severity, at: 'paper.issuedOn' },
    zh: `${lead.zh}${zh}`,
    en: `${lead.en}${en}`,
    fix,
    check,
    sources,
  }
}

function refusalOf({ id, materials, kinds, provinces, zh, en, fix, sources }: z.infer<typeof PaperRefusal>): Rule {
  const tests = [
    { fact: 'paper.material', in: materials },
    { fact: 'province', in: provinces },
    { fact: 'paper.kind', in: kinds },
  ]
  const finding = { code: 'paper.kind-refused', severity: 'blocker' as const, at: 'paper.kind' }
  return { id: `paper.${id}`, scope: 'paper', when: { all: tests }, finding, zh, en, fix, check: kindCheck, sources }
}

/** What is too old stops a filing only where the window is strict and the paper required. */
export function paperRules({ windows, refusals }: z.infer<typeof PaperTable>): Rule[] {
  const ofWindows = windows.flatMap((window) => {
    const required: Condition = { fact: 'paper.need', is: 'required' }
    if (!window.strict) return [ruleOf(window, '', { all: [] }, 'warning')]
    return [ruleOf(window, '', required, 'blocker'), ruleOf(window, '-unasked', { not: required }, 'warning')]
  })
  return [...ofWindows, ...refusals.map(refusalOf)]
}
