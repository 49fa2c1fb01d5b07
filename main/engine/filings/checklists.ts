/** The checklist as the use cases give it out: by the edition in use, and with a warning when that is a stopgap. */
import { failureText } from '../../../preload/failures.ts'
import type { Checklist, Finding } from '../../../rules/answers.ts'
import { checklist } from '../../../rules/checklist.ts'
import { earlyDay } from '../../../rules/early-day.ts'
import type { Filing, IsoDate } from '../../../rules/schema.ts'
import type { CallContext } from '../dispatch.ts'

/** @param more what the engine knows beside the filing itself */
export function checklistFor(
  filing: Filing,
  on: IsoDate,
  { rules, damaged }: Pick<CallContext, 'rules' | 'damaged'>,
  more: readonly Finding[] = [],
): Checklist {
  const list = checklist(filing, on, rules)
  const stopgap = [...(damaged ? [packNotUsed(damaged)] : []), ...earlyDay(on, rules)]
  return stopgap.length + more.length === 0
    ? list
    : { ...list, findings: inOrder([...stopgap, ...more, ...list.findings]) }
}

const order = ['blocker', 'warning', 'note']

function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

function packNotUsed(failure: NonNullable<CallContext['damaged']>): Finding {
  return {
    code: 'rules.pack-not-used',
    severity: 'warning',
    at: '',
    zh: `导入的规则包没有使用，这份清单按程序自带的规则给出。${failureText(failure, 'zh')}`,
    en: `The imported rule pack is not in use; this list follows the shipped rules. ${failureText(failure, 'en')}`,
    fix: {
      zh: '重新导入规则包，或换回程序自带的规则。',
      en: 'Import the pack again, or go back to the shipped rules.',
    },
    rule: 'rules.pack-not-used',
    sources: [],
    earlier: [],
    verify: false,
  }
}
