/** What the fake bridge answers about the rules: editions, keys, and whom a new edition concerns. */
import type { Output } from '../../preload/contract.ts'
import { checklistDiff } from '../../rules/diff.ts'
import type { Fake, Handlers } from './fake-bridge.ts'
import * as sample from './sample-filing.ts'
import * as output from './sample-output.ts'

export const rulesOf = (fake: Fake): Handlers => ({
  'rules/state': () => fake.rules,
  'rules/report': () => ({ version: fake.rules.version, ...output.factReport }),
  'rules/key': () => ({ id: output.newKey.id, file: 'maker.pem', knownAs: null }),
  'rules/trust': ({ title }) => {
    const key = { ...output.newKey, title: title ?? 'maker.pem' }
    fake.rules = { ...fake.rules, keys: [...fake.rules.keys, key] }
    return key
  },
  'rules/distrust': ({ key }) => {
    const [gone, wasInUse] = [fake.rules.keys.find(({ id }) => id === key), fake.rules.key === key]
    const keys = fake.rules.keys.filter(({ id }) => id !== key)
    const change = wasInUse ? changeRules(fake, { ...output.shippedRules, keys }) : null
    fake.rules = { ...fake.rules, keys }
    return { id: key, title: gone?.title ?? '', change }
  },
  'rules/import': () => changeRules(fake, output.packRules),
  'rules/revert': () => changeRules(fake, output.shippedRules),
})

function changeRules(fake: Fake, next: Output<'rules/state'>): Output<'rules/import'> {
  const previous = fake.rules.version
  fake.rules = next
  const diff = checklistDiff(sample.checklist, sample.elsewhere)
  const changed = [{ client: sample.ids.client, clientName: '示例客户：张三', filing: sample.ids.filing, diff }]
  return { ...next, previous, changed }
}
