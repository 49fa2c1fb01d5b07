/** The page of the rules: what speaks now, whose packs are taken, and how others come in. */
import { afterEach, beforeAll, expect, test } from 'vitest'
import { type Fake, makeFake } from './fake-bridge.ts'
import { newKey, packRules } from './sample-output.ts'
import { all, click, closeWindow, completeJsdom, dontSee, find, openWindow, see } from './window.tsx'

beforeAll(completeJsdom)
afterEach(closeWindow)

const asked = (fake: Fake, name: string) => fake.log.filter((call) => call.name === name).map((call) => call.input)

test('a rule pack is refused with its reason, taken with its changes, and put back', async () => {
  const fake = makeFake({ paths: { rules: '/packs/new.beiqirules' } })
  fake.failNext('rules/import', { code: 'rules.older', params: { version: '2026.10.0', active: '2026.11.1' } })
  await openWindow(fake)
  await click('button', '规则与更新')
  await see('收入 4 条要求：2 条由程序判断，1 条作为说明，1 条未采用。')
  await see('11.sample.A.1 前后矛盾。')
  await click('button', '导入规则包')
  await see('规则包 2026.10.0 不比现用的 2026.11.1 新。')
  await click('button', '仍要换成这个旧版本')
  await find('heading', '已换用规则 2026.12.0，原来是 2026.11.1')
  expect(asked(fake, 'rules/import')).toMatchObject([{ older: false }, { path: '/packs/new.beiqirules', older: true }])
  await see('北京不再要求备案确认书。')
  await see('1 份备案的清单有变化')
  await see('不再需要北京备案确认书')
  await click('button', '恢复附带的规则')
  await find('heading', '正在使用 2026.11.1')
  await dontSee('北京不再要求备案确认书。')
  await click('button', '打开“示例客户：张三”的备案')
  await find('heading', '任务清单')
})

test('a key is trusted after its fingerprint has been seen', async () => {
  const fake = makeFake({ paths: { key: '/keys/maker.pem' } })
  await openWindow(fake)
  await click('button', '规则与更新')
  await see('还没有信任任何公钥，所以现在不能导入规则包。先添加制作方的公钥。')
  await click('button', '添加公钥')
  await see('ab12 ab12 ab12')
  expect(asked(fake, 'rules/trust')).toEqual([])
  await click('button', '核对无误，信任')
  await see('只有用这些公钥签名的规则包可以导入。')
  expect(asked(fake, 'rules/trust')).toEqual([{ path: '/keys/maker.pem', title: 'maker.pem' }])
})

test('a key is withdrawn after a question, and the pack in use that it signed goes with it, with the reason', async () => {
  const key = { ...newKey, title: '示例发布者' }
  const fake = makeFake()
  fake.rules = { ...packRules, key: key.id, keys: [key] }
  await openWindow(fake)
  await click('button', '规则与更新')
  await see('由“示例发布者”签名')
  await click('button', '不再信任')
  await see('正在用的规则包就是用它签名的')
  await click('button', '取消')
  expect(asked(fake, 'rules/distrust')).toEqual([])
  await click('button', '不再信任')
  await see('不再信任“示例发布者”？')
  all('button', '不再信任').at(-1)?.click()
  await see('这个公钥已不再信任，所以恢复了程序附带的规则。')
  expect(asked(fake, 'rules/distrust')).toMatchObject([{ key: key.id }])
  await see('还没有信任任何公钥')
})
