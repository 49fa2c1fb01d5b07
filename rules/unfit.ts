/** Apart from the rules themselves, so that the window, which says it too, does not load all knowledge with it. */
import type { Finding, Slot } from './answers.ts'
import { placePath } from './place-path.ts'
import type { Text } from './schema.ts'

/** A slot whose pictures cannot be joined so that they can be read. `why` is what the join said; `apart`: files made instead. */
export function unfitFinding(slot: Pick<Slot, 'title' | 'parts'>, code: string, why: Text, apart: number): Finding {
  const at = slot.parts[0]
  const made: Text =
    apart === 0
      ? { zh: '', en: '' }
      : {
          zh: `材料包里已改为 ${apart} 个单独的文件。`,
          en: ` The package holds ${apart} separate files instead.`,
        }
  return {
    code,
    severity: 'blocker',
    at: at ? placePath(at) : 'materials',
    zh: `${slot.title.zh}：${why.zh}${made.zh}`,
    en: `${slot.title.en}: ${why.en}${made.en}`,
    fix: {
      zh: '先裁掉证件以外的部分再试；仍放不下，就问接入商能否分几次上传或作为其他附件上传，不要把字压到看不清。',
      en: 'Crop away what is not the document and try again; if it still does not fit, ask the access provider whether it can be uploaded in several files or as another attachment. Do not press print until it cannot be read.',
    },
    rule: 'package.window',
    sources: [],
    earlier: [],
    verify: false,
  }
}
