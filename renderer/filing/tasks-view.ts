/** The task list, computed: what each paper's state is, where it goes, and what is still open. Pure. */
import type { ImageView, Place, SlotView } from '../../preload/views.ts'
import type { Checklist, ChecklistItem, Finding, Need } from '../../rules/answers.ts'
import { isOpen } from '../../rules/overrule.ts'

export const placeKey = (place: Place): string => `${place.material}@${place.for}`
export const trayKey = 'tray'
export const inspectorId = 'selected-paper'

export type TaskState = 'done' | 'missing' | 'none' | 'check' | 'problem' | 'checking'

export interface Task {
  key: string
  item: ChecklistItem
  /** In the order in which they are joined. */
  images: ImageView[]
  state: TaskState
  slot: SlotView | null
  /** The other papers in the same slot, as far as they are asked for or there already. */
  joined: Place[]
  /** Why its pictures cannot be uploaded as they are joined. */
  unfit: Finding | null
}

/** What is known of a slot's joined picture. */
export interface SlotState {
  slot: SlotView
  finding: Finding | null
  /** It is not joined yet. */
  waiting: boolean
}

/** Pictures of one place, in order; null: the tray. */
export function imagesAt(images: readonly ImageView[], place: Place | null): ImageView[] {
  const key = place && placeKey(place)
  return images
    .filter((image) => (image.place ? placeKey(image.place) : null) === key)
    .toSorted((a, b) => a.position - b.position)
}

/** Pictures that no paper of the list has: in the tray, or of a paper that is no longer asked for. */
export function looseImages(images: readonly ImageView[], tasks: readonly Task[]): ImageView[] {
  const papers = new Set(tasks.map(({ key }) => key))
  return images
    .filter(({ place }) => !place || !papers.has(placeKey(place)))
    .toSorted((a, b) => a.position - b.position)
}

/** Ready is only what is known to fit its upload place. */
function stateOf(need: Need, images: readonly ImageView[], check: SlotState | undefined): TaskState {
  if (images.length === 0) return need === 'required' ? 'missing' : 'none'
  const found = new Set(images.flatMap((image) => image.findings.filter(isOpen).map((finding) => finding.severity)))
  if (found.has('blocker') || check?.finding) return 'problem'
  if (found.has('warning')) return 'check'
  return check?.waiting ? 'checking' : 'done'
}

const order: readonly Need[] = ['required', 'optional', 'later', 'unknown']

/** One line per paper: required ones first, otherwise in the order of the rules. */
export function tasksOf(list: Checklist, checks: readonly SlotState[], images: readonly ImageView[]): Task[] {
  const counts = (part: Place) => {
    const item = list.items.find((one) => placeKey(one) === placeKey(part))
    return (item !== undefined && item.need !== 'unknown') || imagesAt(images, part).length > 0
  }
  const tasks = list.items.map((item): Task => {
    const key = placeKey(item)
    const check = checks.find(({ slot }) => slot.parts.some((part) => placeKey(part) === key))
    const mine = imagesAt(images, item)
    return {
      key,
      item,
      images: mine,
      state: stateOf(item.need, mine, check),
      slot: check?.slot ?? null,
      joined: check?.slot.parts.filter((part) => placeKey(part) !== key && counts(part)) ?? [],
      unfit: mine.length > 0 ? (check?.finding ?? null) : null,
    }
  })
  return tasks.toSorted((a, b) => order.indexOf(a.item.need) - order.indexOf(b.item.need))
}

const weight = { blocker: 0, warning: 1, note: 2 } as const
/** What a person overruled comes last. */
const decided = 3

/** Findings of the facts, the pictures and the upload places: what would be refused first, each only once. */
export function findingsOf(
  list: Checklist | undefined,
  images: readonly ImageView[],
  checks: readonly SlotState[],
): Finding[] {
  const unfit = checks.flatMap(({ finding }) => finding ?? [])
  const all = [...(list?.findings ?? []), ...images.flatMap((image) => image.findings), ...unfit]
  const seen = new Map(all.map((finding) => [`${finding.code} ${finding.at} ${finding.zh}`, finding]))
  const order = (one: Finding): number => (isOpen(one) ? weight[one.severity] : decided)
  return [...seen.values()].toSorted((a, b) => order(a) - order(b))
}

/** The picture that a finding speaks of; null: it speaks of a fact. */
export function imageOf(finding: Finding, images: readonly ImageView[]): ImageView | null {
  return images.find((image) => image.findings.includes(finding)) ?? null
}

/** The papers whose joined picture a finding speaks of. */
export function tasksWith(finding: Finding, tasks: readonly Task[]): Task[] {
  return tasks.filter(({ unfit }) => unfit === finding)
}

/** What stands between this filing and the portal. */
export function openCounts(tasks: readonly Task[], findings: readonly Finding[]) {
  return {
    missing: tasks.filter((task) => task.state === 'missing').length,
    blockers: findings.filter((finding) => finding.severity === 'blocker').length,
  }
}

/** Papers that may not be needed and have no picture yet stand apart, so that the list stays short. */
export const isUnsure = (task: Task): boolean => task.item.need === 'unknown' && task.images.length === 0

/** The paper shown first: the first open one, else the first of all. */
export function firstTask(tasks: readonly Task[]): Task | undefined {
  return tasks.find((task) => task.state === 'missing' || task.state === 'problem') ?? tasks[0]
}
