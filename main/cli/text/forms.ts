/** A filled form for a person: what was written, and what the hand has to do. */
import type { Output } from '../../../preload/contract.ts'
import type { FormInfo, FormsWritten } from '../../../preload/form-views.ts'
import { asTyped } from '../asked.ts'
import { type Say, section } from './say.ts'

export function formListText(forms: readonly FormInfo[], say: Say): string {
  const kinds = {
    'own-letter': say('自拟文书', 'a letter of your own'),
    preparation: say('填写准备页', 'preparation sheet'),
  }
  return forms.map(({ id, title, kind }) => `${id}  ${say(title)}  (${kinds[kind]})`).join('\n')
}

export function guideText({ out, pages }: Output<'file/guide'>, say: Say): string {
  return say(`签署指引已保存到 ${out}（${pages} 页）`, `The guide to signing is in ${out} (${pages} pages)`)
}

/** What was written into the folder with what stayed open, and what was not and why. */
export function formsWrittenText({ out, files, skipped }: FormsWritten, say: Say): string {
  const left = (open: FormsWritten['files'][number]['open']) =>
    open.length === 0 ? '' : say(`（留空：${open.map(say).join('、')}）`, ` (open: ${open.map(say).join(', ')})`)
  const head =
    files.length === 0
      ? say('没有写出文件', 'No file was written')
      : say(`已写到 ${out}（${files.length} 个文件）`, `Written to ${out} (${files.length} files)`)
  return [head, ...files.map(({ name, open }) => `- ${name}${left(open)}`), ...skippedText(skipped, say)].join('\n')
}

export function skippedText(skipped: FormsWritten['skipped'], say: Say): string[] {
  return section(
    say(
      `没有生成（${skipped.length}）：缺少资料；要留空生成请加 --partial`,
      `Not made (${skipped.length}), facts are missing; --partial leaves them open`,
    ),
    skipped.map(
      ({ filing, title, missing }) =>
        `- ${asTyped(filing)}${say('：', ': ')}${say(title)}${say('，还缺', ', missing ')}${missing.map(say).join(say('、', ', '))}`,
    ),
  )
}

export function formText(done: Output<'file/fill'>, forms: readonly FormInfo[], say: Say): string {
  const title = forms.find(({ id }) => id === done.form)?.title
  const kinds = {
    'filled-blank': say(
      '已填写的空白表，打印后补齐下列各处即可提交',
      'the blank, filled: print it, do what is listed below, hand it in',
    ),
    'own-letter': say(
      '自拟文书，打印后签名、盖章即可提交；接入商有统一模板的以模板为准',
      "a letter of the applicant's own: print, sign and seal it; where the provider has a template, that one goes first",
    ),
    'preparation-sheet': say(
      '填写参考页，不能直接提交；请照它填写接入商的空白表',
      "a preparation sheet, which cannot be handed in: copy it onto the provider's blank",
    ),
  }
  return [
    say(`已保存 ${done.out}（${done.pages} 页）`, `Saved ${done.out} (${done.pages} pages)`),
    `${title ? say(title) : done.form} (${done.edition})${say('：', ': ')}${kinds[done.kind]}`,
    ...section(
      say(`已填写（${done.filled.length}）`, `Filled (${done.filled.length})`),
      done.filled.map((field) => `- ${say(field.title)}${say('：', ': ')}${field.text}`),
    ),
    ...section(
      say(`留给手写、签名或盖章（${done.left.length}）`, `Left to the hand (${done.left.length})`),
      done.left.map((field) => `- ${say(field.title)}${say('：', ': ')}${say(field.hint)}`),
    ),
  ].join('\n')
}
