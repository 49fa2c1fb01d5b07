/** What a package leaves open: required papers without a picture, and pictures that nobody asked for. */
import type { Checklist, ChecklistItem, Finding, Slot } from './answers.ts'
import { providerOf, type Rules } from './catalog.ts'
import { placePath } from './place-path.ts'
import type { Filing, MaterialId } from './schema.ts'

interface PlaceOf {
  material: MaterialId
  for: string
}

/** Items that have no picture yet, whatever their need; "later" and "optional" are told apart by the item itself. */
export function missingItems(list: Checklist, has: (place: PlaceOf) => boolean): ChecklistItem[] {
  return list.items.filter((item) => !has(item))
}

/** A note for each picture whose material this filing does not ask for: it is left out of the package. */
export function unaskedFindings(
  list: Checklist,
  places: readonly PlaceOf[],
  titleOf: (id: MaterialId) => string,
): Finding[] {
  const asked = new Set(list.items.map((item) => `${item.material}@${item.for}`))
  return places
    .filter((place) => !asked.has(`${place.material}@${place.for}`))
    .map((place) => ({
      code: 'material.not-asked',
      severity: 'note',
      at: placePath(place),
      zh: `这份备案没有要求“${titleOf(place.material)}”，其图片没有放入材料包。`,
      en: `This filing does not ask for ${place.material}; its pictures were left out of the package.`,
      fix: {
        zh: '如果接入商另外要求，请单独上传；否则可以移除。',
        en: 'Upload it separately if the access provider asks for it; otherwise remove it.',
      },
      rule: 'package.not-asked',
      sources: [],
      earlier: [],
      verify: false,
    }))
}

/** A note for each slot that is to be joined in some way and that this filing does not have: a mistyped name must not pass. */
export function unknownSlotFindings({ joining = {} }: Filing, slots: readonly Slot[]): Finding[] {
  const known = slots.map(({ id }) => id)
  return Object.keys(joining)
    .filter((id) => !known.includes(id))
    .map((id) => ({
      code: 'package.slot-unknown',
      severity: 'note',
      at: `joining.${id}`,
      zh: `这份备案没有名为 ${id} 的上传入口，为它写的拼接方式没有用上。`,
      en: `This filing has no slot ${id}; how it is to be joined was not used.`,
      fix: {
        zh: `改成这份备案的入口（${known.join('、')}），或删去这一项。`,
        en: `Name a slot of this filing (${known.join(', ')}), or remove the entry.`,
      },
      rule: 'package.joining',
      sources: [],
      earlier: [],
      verify: false,
    }))
}

/** Pictures that were given no place yet: they are left out of the package. */
export function unsortedFindings(names: readonly string[]): Finding[] {
  if (names.length === 0) return []
  return [
    {
      code: 'package.unsorted',
      severity: 'warning',
      at: 'materials',
      zh: `有 ${names.length} 张图片还没有归类，没有放入材料包：${names.join('、')}。`,
      en: `Pictures without a place were left out of the package: ${names.join(', ')}.`,
      fix: {
        zh: '在任务清单里把它们移到对应的材料，再导出一次；用不到的可以移除。',
        en: 'Move them to their papers in the task list and export again, or remove those that are not needed.',
      },
      rule: 'package.unsorted',
      sources: [],
      earlier: [],
      verify: false,
    },
  ]
}

/** More pictures beside the basic papers than the provider takes. */
export function attachmentFindings(used: readonly Slot[], { provider }: Filing, rules: Rules): Finding[] {
  const { attachments } = providerOf(provider, rules)
  const isBasic = ({ parts: [own] }: Slot) => own && rules.materials.get(own.material)?.group === 'basic'
  const count = used.filter((slot) => !isBasic(slot)).length
  if (!attachments || count <= attachments.most) return []
  const { zh, en, sources } = attachments
  return [
    {
      code: 'package.too-many-attachments',
      severity: 'blocker',
      at: 'materials',
      zh: `这份备案有 ${count} 份其他附件：${zh}`,
      en: `This filing has ${count} other attachments. ${en}`,
      fix: {
        zh: '分成几次备案提交，每次少报几个网站；或问接入商哪些材料可以合并。',
        en: 'File in several orders with fewer sites each, or ask the provider which papers can be joined.',
      },
      rule: 'package.attachments',
      sources,
      earlier: [],
      verify: false,
    },
  ]
}

/** Where files named at the top of a filing belong: the first item that asks for the material, else the subject. */
export function placeFor(material: MaterialId, list: Checklist): PlaceOf {
  return { material, for: list.items.find((item) => item.material === material)?.for ?? 'subject' }
}
