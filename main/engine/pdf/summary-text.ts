/** Every sentence of the printable summary, in both languages. */
import type { Severity } from '../../../rules/answers.ts'

export interface SummaryText {
  title: string
  applicant: string
  province: string
  provider: string
  asOf: string
  rules: string
  /** Latest safe submit date, and what runs out first. */
  deadline: (date: string, first: string) => string
  noDeadline: string
  counts: { files: string; missing: string; blockers: string; asks: string }
  files: { heading: string; none: string; slot: string; name: string; size: string; from: string; made: string }
  missing: { heading: string; none: string }
  findings: {
    heading: string
    none: string
    at: string
    fix: string
    overruled: string
    severity: Record<Severity, string>
  }
  asks: { heading: string }
  forms: { heading: string }
  sources: { heading: string; cite: (numbers: readonly number[]) => string }
  /** A word and what it introduces: "怎么办：先续费". */
  labelled: (label: string, value: string) => string
  /** A thing and a remark about it: "授权书（必需）". */
  remarked: (thing: string, remark: string) => string
  note: string
  pageNumber: (page: number, pages: number) => string
}

export const summaryTexts: Record<'zh' | 'en', SummaryText> = {
  zh: {
    title: '备案材料清单',
    applicant: '备案主体',
    province: '省份',
    provider: '接入商',
    asOf: '检查日期',
    rules: '规则版本',
    deadline: (date, first) => `最晚 ${date} 提交；再晚：${first}`,
    noDeadline: '已填的期限两年内都不到期。',
    counts: { files: '个文件已备好', missing: '项材料未备', blockers: '处会被驳回', asks: '项情况待确认' },
    files: {
      heading: '哪个文件传到哪里',
      none: '材料包里还没有文件。',
      slot: '上传位置',
      name: '文件',
      size: '大小',
      from: '由这些原件制成',
      made: '本程序生成',
    },
    missing: { heading: '还缺什么', none: '要求的材料都已放入。' },
    findings: {
      heading: '审核时会遇到的问题',
      none: '没有发现问题。程序看不到的地方仍以审核为准。',
      at: '位置',
      fix: '怎么办',
      overruled: '已决定仍要使用，理由',
      severity: { blocker: '会被驳回', warning: '可能被驳回', note: '供参考' },
    },
    asks: { heading: '还需要确认的情况' },
    forms: { heading: '表格上要亲手完成的地方' },
    sources: {
      heading: '依据',
      cite: (numbers) => `依据 ${numbers.join('、')}`,
    },
    labelled: (label, value) => `${label}：${value}`,
    remarked: (thing, remark) => `${thing}（${remark}）`,
    note: '规则以接入商和管局的最新要求为准；“依据”后的数字对应文末的出处和年份。',
    pageNumber: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  },
  en: {
    title: 'ICP filing: what goes where',
    applicant: 'Applicant',
    province: 'Province',
    provider: 'Access provider',
    asOf: 'Checked on',
    rules: 'Rules',
    deadline: (date, first) => `Submit by ${date}; after that: ${first}`,
    noDeadline: 'No term that is filled in runs out within two years.',
    counts: {
      files: 'files ready',
      missing: 'materials missing',
      blockers: 'would be refused',
      asks: 'to be confirmed',
    },
    files: {
      heading: 'Which file is uploaded where',
      none: 'There is no file in the package yet.',
      slot: 'Upload place',
      name: 'File',
      size: 'Size',
      from: 'Made from',
      made: 'made by this program',
    },
    missing: { heading: 'What is missing', none: 'Everything that is asked for is there.' },
    findings: {
      heading: 'What a reviewer would object to',
      none: 'Nothing was found. What a program cannot see is still for the reviewer.',
      at: 'Where',
      fix: 'What to do',
      overruled: 'Used all the same, because',
      severity: { blocker: 'Would be refused', warning: 'May be refused', note: 'For information' },
    },
    asks: { heading: 'Still to be confirmed' },
    forms: { heading: 'To be done by hand on the forms' },
    sources: {
      heading: 'Sources',
      cite: (numbers) => `Source ${numbers.join(', ')}`,
    },
    labelled: (label, value) => `${label}: ${value}`,
    remarked: (thing, remark) => `${thing} (${remark})`,
    note: 'The newest demands of the provider and the authority prevail. The numbers of sources refer to the list at the end.',
    pageNumber: (page, pages) => `Page ${page} of ${pages}`,
  },
}
