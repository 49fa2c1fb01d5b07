/** The facts of the provinces, made into rules: each says what question it answers and how new its source is. */
import type { Condition } from './condition.ts'
import type { DataFiles } from './data-files.ts'
import {
  everywhere,
  type FactPart,
  type FactRecord,
  type FactTopic,
  FactTopics,
  type Precedence,
  ProvinceFile,
} from './fact.ts'
import type { Rule } from './rule.ts'
import type { IsoDate, MaterialId, Text } from './schema.ts'
import { DataMistake, parseData, refuseTwins, type Tables } from './tables.ts'

/** One consequence of one fact. `applies` tells for whom it speaks, `when` what it says. */
export interface FactRule extends Rule {
  about: string
  applies: Condition
  appliesTo: FactRecord['appliesTo']
  /** Source that says it, and the last day that source reaches to. */
  source: string
  ends: IsoDate
  said: Text
  lead: Text
  allow: boolean
  refuses: readonly MaterialId[]
}

/** A province's facts, parsed, and what of them is evaluated or passed on. */
export interface Province {
  code: string
  title: Text
  precedence: readonly Precedence[]
  records: readonly FactRecord[]
  rules: readonly FactRule[]
}

/** For whom a record speaks: kind of applicant, type of filing, the paper form, a provider. */
export function appliesOf({ fact, appliesTo, filingTypes, paperForm, provider, when }: FactRecord): Condition {
  const province = fact.slice(0, 2)
  return {
    all: [
      ...(province === everywhere ? [] : [{ fact: 'province', is: province }]),
      ...(paperForm ? [{ fact: 'paperForm', is: true }] : []),
      ...(provider === undefined ? [] : [{ fact: 'provider', is: provider }]),
      ...(filingTypes ? [{ fact: 'filingType', in: filingTypes }] : []),
      ...(appliesTo === 'both' ? [] : [{ fact: 'subject.kind', is: appliesTo }]),
      ...(when ? [when] : []),
    ],
  }
}

const nothing: Text = { zh: '', en: '' }

function ruleOf(record: FactRecord, part: FactPart, topic: FactTopic, title: Text | null, ends: IsoDate): FactRule {
  const { lead = nothing, fix, check } = topic
  const { zh, en, from, until, sources } = record
  const said = { zh, en }
  const [before, beforeEn] = title ? [`${title.zh}：`, `${title.en}: `] : ['', '']
  return {
    id: record.fact,
    scope: part.scope,
    when: { all: [appliesOf(record), ...(part.when ? [part.when] : [])] },
    ...(part.need && { need: part.need }),
    ...(part.finding && { finding: part.finding }),
    ...(from && { from }),
    ...(until && { until }),
    ...(fix && { fix }),
    ...(check && { check }),
    zh: `${lead.zh}${before}${zh}`,
    en: `${lead.en}${beforeEn}${en}`,
    sources,
    about: part.about ?? record.topic,
    applies: appliesOf(record),
    appliesTo: record.appliesTo,
    source: sources[0]?.id ?? '',
    ends,
    said,
    lead,
    allow: part.allow === true,
    refuses: part.refuses ?? [],
  }
}

function rulesOf(
  file: string,
  record: FactRecord,
  topics: ReadonlyMap<string, FactTopic>,
  tables: Tables,
  title: Text | null,
) {
  const place = `facts (${record.fact})`
  if (!topics.has(record.topic)) throw new DataMistake(file, `${place}.topic`, `there is no topic "${record.topic}"`)
  return (record.parts ?? []).map((part, index) => {
    const topic = topics.get(part.about ?? record.topic)
    if (!topic) throw new DataMistake(file, `${place}.parts[${index}].about`, `there is no topic "${part.about}"`)
    const ends = tables.sources[record.sources[0]?.id ?? '']?.ends
    if (!ends) throw new DataMistake(file, `${place}.sources`, 'is empty')
    return ruleOf(record, part, topic, title, ends)
  })
}

/** Files `provinces/NN.json` and `national.json`. Throws `DataMistake` naming the file and the place in it. */
export function readProvinces(
  files: DataFiles,
  tables: Tables,
): { provinces: Map<string, Province>; topics: FactTopic[] } {
  const topics = parseData(files, 'fact-topics.json', FactTopics)
  const topicOf = new Map(topics.map((topic) => [topic.id, topic]))
  const names = Object.keys(files).filter((file) => file.startsWith('provinces/') || file === 'national.json')
  const provinces = names.map((file): Province => {
    const { province: code, precedence, facts } = parseData(files, file, ProvinceFile)
    if (file !== 'national.json' && file !== `provinces/${code}.json`)
      throw new DataMistake(file, 'province', 'must be the name of the file')
    const stranger = facts.find(({ fact }) => !fact.startsWith(`${code}.`))
    if (stranger) throw new DataMistake(file, `facts (${stranger.fact})`, `is no fact of ${code}`)
    const title = tables.provinces.find((one) => one.code === code)?.title ?? null
    const rules = facts.flatMap((record) => rulesOf(file, record, topicOf, tables, code === everywhere ? null : title))
    return { code, title: title ?? { zh: '全国', en: 'everywhere' }, precedence, records: facts, rules }
  })
  refuseTwins(
    'provinces',
    provinces.flatMap(({ records }) => records.map(({ fact }) => fact)),
  )
  return { provinces: new Map(provinces.map((province) => [province.code, province])), topics }
}
