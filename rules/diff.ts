/** What changes between two checklists: items, findings and questions that come, go or change, each with why. */
import { z } from 'zod'
import { Ask, type Checklist, ChecklistItem, Finding } from './answers.ts'
import { IsoDate, type MaterialId, Text } from './schema.ts'

export const changeWords = ['added', 'removed', 'changed'] as const

/** `before` is null for what is added, `after` for what is removed. */
function change<Entry extends z.ZodType>(entry: Entry) {
  return z.strictObject({
    change: z.enum(changeWords),
    before: entry.nullable(),
    after: entry.nullable(),
    why: z.array(Text).min(1),
  })
}
const Side = z.strictObject({ rulesVersion: z.string(), asOf: IsoDate })

export const ChecklistDiff = z.strictObject({
  format: z.literal('beiqi-checklist-diff/1'),
  before: Side,
  after: Side,
  items: z.array(change(ChecklistItem)),
  findings: z.array(change(Finding)),
  asks: z.array(change(Ask)),
})
export type ChecklistDiff = z.infer<typeof ChecklistDiff>

interface Change<Entry> {
  change: (typeof changeWords)[number]
  before: Entry | null
  after: Entry | null
  why: Text[]
}

/** What one kind of line is told apart by, and what to say of it. */
interface Kind<Entry> {
  key(entry: Entry): string
  /** Why it stands in the list. */
  why(entry: Entry): Text[]
  /** What is another one than before; none: the same line. */
  differences(before: Entry, after: Entry): Text[]
}

/** Pure. In the order of the new list; what is gone stands last. */
export function checklistDiff(before: Checklist, after: Checklist): ChecklistDiff {
  return {
    format: 'beiqi-checklist-diff/1',
    before: { rulesVersion: before.rulesVersion, asOf: before.asOf },
    after: { rulesVersion: after.rulesVersion, asOf: after.asOf },
    items: changes(before.items, after.items, itemsIn(after)),
    findings: changes(before.findings, after.findings, findings),
    asks: changes(before.asks, after.asks, asks),
  }
}

export function isUnchanged({ items, findings, asks }: ChecklistDiff): boolean {
  return items.length + findings.length + asks.length === 0
}

function changes<Entry>(before: readonly Entry[], after: readonly Entry[], kind: Kind<Entry>): Change<Entry>[] {
  const old = keyed(before, kind)
  const now = keyed(after, kind)
  const kept = [...now].flatMap(([key, entry]): Change<Entry>[] => {
    const was = old.get(key)
    if (was === undefined) return [{ change: 'added', before: null, after: entry, why: kind.why(entry) }]
    const why = kind.differences(was, entry)
    return why.length > 0 ? [{ change: 'changed', before: was, after: entry, why }] : []
  })
  const gone = [...old].filter(([key]) => !now.has(key))
  return [
    ...kept,
    ...gone.map(
      ([, entry]): Change<Entry> => ({
        change: 'removed',
        before: entry,
        after: null,
        why: kind.why(entry).map(({ zh, en }) => ({ zh: `不再适用：${zh}`, en: `No longer: ${en}` })),
      }),
    ),
  ]
}

/** The same problem may stand twice at one place; they are then told apart by their order. */
function keyed<Entry>(entries: readonly Entry[], { key }: Kind<Entry>): Map<string, Entry> {
  const map = new Map<string, Entry>()
  for (const entry of entries) {
    const name = key(entry)
    let number = 0
    while (map.has(`${name} ${number}`)) number += 1
    map.set(`${name} ${number}`, entry)
  }
  return map
}

const textOf = ({ zh, en }: Text): Text => ({ zh, en })

function newTexts(before: readonly Text[], after: readonly Text[], zh: string, en: string): Text[] {
  const known = new Set(before.map((text) => text.zh))
  return after.filter((text) => !known.has(text.zh)).map((text) => ({ zh: `${zh}${text.zh}`, en: `${en}${text.en}` }))
}

/** Reasons and texts that came, then those that went. */
function turnedOver(before: readonly Text[], after: readonly Text[]): Text[] {
  return [...newTexts(before, after, '', ''), ...newTexts(after, before, '不再适用：', 'No longer: ')]
}

const needTitles: Record<ChecklistItem['need'], Text> = {
  required: { zh: '必需', en: 'required' },
  later: { zh: '稍后需要', en: 'needed later' },
  optional: { zh: '可选', en: 'optional' },
  unknown: { zh: '尚不能确定', en: 'not certain yet' },
}

function itemsIn(list: Checklist): Kind<ChecklistItem> {
  const titleOf = (id: MaterialId): Text =>
    list.items.find(({ material }) => material === id)?.title ?? { zh: id, en: id }
  return {
    key: (item) => `${item.material} ${item.for}`,
    why: (item) => item.because.map(textOf),
    differences: (before, after) => [
      ...needChange(before, after),
      ...joinChange(before, after, titleOf),
      ...nameChange(before, after),
      ...turnedOver(before.because, after.because),
      ...coverChange(before, after, titleOf),
    ],
  }
}

function needChange({ need: before }: ChecklistItem, { need: after }: ChecklistItem): Text[] {
  if (before === after) return []
  const [from, to] = [needTitles[before], needTitles[after]]
  return [{ zh: `由“${from.zh}”变为“${to.zh}”。`, en: `From ${from.en} to ${to.en}.` }]
}

function nameChange({ title: before }: ChecklistItem, { title: after }: ChecklistItem): Text[] {
  if (before.zh === after.zh) return []
  return [{ zh: `那里叫作“${after.zh}”。`, en: `It is called “${after.en}” there.` }]
}

type TitleOf = (id: MaterialId) => Text

function joinChange(before: ChecklistItem, after: ChecklistItem, titleOf: TitleOf): Text[] {
  if (before.uploadWith === after.uploadWith && before.stitchWith === after.stitchWith) return []
  if (after.uploadWith === null)
    return [{ zh: '有单独的上传位，不再拼接。', en: 'It has a slot of its own and is no longer joined.' }]
  const title = titleOf(after.uploadWith)
  return [
    {
      zh: `没有单独的上传位，与“${title.zh}”一起上传。`,
      en: `It has no slot of its own and goes up with “${title.en}”.`,
    },
  ]
}

function coverChange(before: ChecklistItem, after: ChecklistItem, titleOf: TitleOf): Text[] {
  if (before.covers.join() === after.covers.join()) return []
  const titles = after.covers.map(titleOf)
  return [
    {
      zh: `同一份也用作：${titles.map(({ zh }) => zh).join('、') || '（无）'}。`,
      en: `It also serves as: ${titles.map(({ en }) => en).join(', ') || 'nothing else'}.`,
    },
  ]
}

const severityTitles: Record<Finding['severity'], Text> = {
  blocker: { zh: '会被驳回', en: 'it would be refused' },
  warning: { zh: '注意', en: 'a warning' },
  note: { zh: '提示', en: 'a note' },
}

const findings: Kind<Finding> = {
  key: ({ code, at }) => `${code} ${at}`,
  why: (finding) => [textOf(finding)],
  differences: (before, after) => [
    ...(before.severity === after.severity ? [] : [severityChange(before, after)]),
    ...turnedOver([before], [after]),
    ...newTexts([before.fix], [after.fix], '怎么改：', 'Fix: '),
  ],
}

function severityChange(before: Finding, after: Finding): Text {
  const [from, to] = [severityTitles[before.severity], severityTitles[after.severity]]
  return { zh: `由“${from.zh}”变为“${to.zh}”。`, en: `From ${from.en} to ${to.en}.` }
}

const asks: Kind<Ask> = {
  key: ({ at }) => at,
  why: ({ why }) => why.map(textOf),
  differences: (before, after) => turnedOver(before.why, after.why),
}
