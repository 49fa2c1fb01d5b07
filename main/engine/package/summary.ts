/** Puts what a package holds into words for its printable summary. */
import type { PackageResult } from '../../../preload/views.ts'
import type { Ask, Checklist, ChecklistItem, Finding, Need, SourceRef } from '../../../rules/answers.ts'
import type { Rules } from '../../../rules/catalog.ts'
import { latestSafeSubmit } from '../../../rules/deadline.ts'
import type { Deadline } from '../../../rules/deadline-schema.ts'
import type { Filing, Text } from '../../../rules/schema.ts'
import { slots } from '../../../rules/slots.ts'
import type { FilledForm } from '../papers/forms.ts'
import type { CitedSource, SummaryFile, SummaryModel } from '../pdf/summary-model.ts'

type Language = keyof Text

const words = {
  unknown: { zh: '（未填写）', en: '(not given)' },
  form: { zh: '表格', en: 'Form' },
} satisfies Record<string, Text>

const needWords: Record<Need, Text> = {
  required: { zh: '必需', en: 'required' },
  later: { zh: '初审通过后', en: 'after the first review' },
  optional: { zh: '可选', en: 'optional' },
  unknown: { zh: '待确认', en: 'to be confirmed' },
}

export interface SummaryFacts {
  rules: Rules
  filing: Filing
  list: Checklist
  missing: readonly ChecklistItem[]
  forms: readonly FilledForm[]
  language: Language
}

export async function summaryPdf(result: PackageResult, facts: SummaryFacts): Promise<Uint8Array> {
  const { writeSummary } = await import('../pdf/summary.ts')
  return writeSummary(summaryModel(result, facts))
}

function summaryModel(result: PackageResult, facts: SummaryFacts): SummaryModel {
  const { filing, language, rules } = facts
  const { catalog } = rules
  return {
    language,
    applicant: filing.subject?.name ?? words.unknown[language],
    province: titleIn(catalog.provinces, ({ code }) => code === filing.province, language),
    provider: titleIn(catalog.providers, ({ id }) => id === filing.provider, language),
    rulesVersion: result.rulesVersion,
    asOf: result.asOf,
    deadline: deadlineLine(latestSafeSubmit(filing, result.asOf, rules), language),
    files: result.files.map((file) => fileLine(file, facts)),
    missing: facts.missing.map((item) => missingLine(item, facts)),
    findings: result.findings.map((finding) => findingLine(finding, facts)),
    asks: facts.list.asks.map((ask) => askLine(ask, language)),
    forms: facts.forms.map(({ title, result }) => ({
      title: title[language],
      places: result.report.left.map((place) => ({ title: place.title[language], hint: place.hint[language] })),
    })),
  }
}

function deadlineLine({ date, first }: Deadline, language: Language): SummaryModel['deadline'] {
  return date && first ? { date, first: first[language] } : null
}

function titleIn<T extends { title: Text }>(list: readonly T[], is: (entry: T) => boolean, language: Language): string {
  return (list.find(is)?.title ?? words.unknown)[language]
}

function fileLine(file: PackageResult['files'][number], { list, filing, language, rules }: SummaryFacts): SummaryFile {
  const slot = slots(list, filing, rules).find(({ id }) => id === file.slot)
  return { ...file, slot: (slot?.title ?? words.form)[language] }
}

function missingLine(item: ChecklistItem, { language, rules }: SummaryFacts) {
  return {
    title: item.title[language],
    need: needWords[item.need][language],
    why: item.because.map((reason) => reason[language]),
    sources: cited(
      item.because.flatMap((reason) => reason.sources),
      rules,
      language,
    ),
  }
}

function findingLine(finding: Finding, { language, rules }: SummaryFacts) {
  const { severity, at, sources, overruled } = finding
  return {
    severity,
    at,
    cause: finding[language],
    fix: finding.fix[language],
    overruled: overruled
      ? { reason: overruled.reason, who: [overruled.by, overruled.at?.slice(0, 10)].filter(Boolean).join(' ') }
      : null,
    sources: cited(sources, rules, language),
  }
}

function askLine(ask: Ask, language: Language) {
  return { question: ask.why.map((why) => why[language]).join(language === 'zh' ? '；' : '; '), why: [ask.at] }
}

function cited(sources: readonly SourceRef[], { catalog }: Rules, language: Language): CitedSource[] {
  return sources.map(({ id, vintage }) => ({ title: catalog.sources[id]?.title[language] ?? id, vintage }))
}
