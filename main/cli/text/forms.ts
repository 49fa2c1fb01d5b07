/** A filled form for a person: what was written, and what the hand has to do. */
import type { Output } from '../../../preload/contract.ts'
import type { FormInfo } from '../../../preload/views.ts'
import { type Say, section } from './say.ts'

export function formListText(forms: readonly FormInfo[], say: Say): string {
  return forms.map(({ id, title, edition }) => `${id}  ${say(title)}  (${edition})`).join('\n')
}

export function formText(done: Output<'file/fill'>, forms: readonly FormInfo[], say: Say): string {
  const title = forms.find(({ id }) => id === done.form)?.title
  const kinds = {
    'filled-blank': say(
      '已填写的空白表，打印后补齐下列各处即可提交',
      'the blank, filled: print it, do what is listed below, hand it in',
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
