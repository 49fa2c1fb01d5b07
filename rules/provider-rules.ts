/** What a provider's own file says of its ways, as rules, so that it gives findings and questions like any other. */
import type { Rule } from './rule.ts'
import type { Text } from './schema.ts'
import type { Provider } from './tables-schema.ts'

const fix: Text = {
  zh: '用 App 提交时带上证件原件；要上传做好的文件，就用电脑端页面。',
  en: 'Have the originals at hand for the app; use the web page to upload the files that are made here.',
}
const check: Text = { zh: '证件要不要在 App 里当面拍摄', en: 'whether certificates are photographed live in an app' }

export function providerRules(providers: readonly Provider[]): Rule[] {
  return providers.flatMap(({ id, liveCapture }): Rule[] => {
    if (!liveCapture) return []
    const { from, zh, en, sources } = liveCapture
    const finding = { code: 'provider.live-capture', severity: 'note' as const, at: 'provider' }
    const when = { fact: 'provider', is: id }
    return [{ id: `provider.live-capture-${id}`, scope: 'filing', when, finding, from, zh, en, fix, check, sources }]
  })
}
