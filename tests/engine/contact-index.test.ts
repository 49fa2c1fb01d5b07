import { expect, test } from 'vitest'
import { ContactIndex } from '../../main/engine/filings/contact-index.ts'
import { createClient, removeClient, renameClient } from '../../main/engine/store/clients.ts'
import { createFiling, getFiling, removeFiling, saveFiling } from '../../main/engine/store/filings.ts'
import type { Store } from '../../main/engine/store/store.ts'
import { shippedRules } from '../../rules/catalog.ts'
import { Filing } from '../../rules/schema.ts'
import { openForTest, temporaryFolder } from './store-helpers.ts'

/** A unit with a responsible person of its own. */
function unit(name: string, mobile: string, more: object = {}): Filing {
  return Filing.parse({
    format: 'beiqi-filing/1',
    subject: { nature: 'enterprise', name, responsiblePerson: { name: '张三', mobile, ...more } },
  })
}

function stored(store: Store, client: string, filing: Filing): string {
  return createFiling(store, createClient(store, { name: client }).id, filing).id
}

function sharedBy(index: ContactIndex, store: Store, filing: string): string[] {
  return index
    .findings(store, getFiling(store, filing), shippedRules)
    .map(({ code, at, zh }) => `${code} ${at} ${/（(.*?)）/.exec(zh)?.[1]}`)
}

test('a number in filings of two subjects is told in both, by the other client’s name and nothing more', async () => {
  const store = await openForTest(temporaryFolder())
  const index = new ContactIndex()
  const person = { email: 'Zhang@example.cn', certificate: { type: 'resident-id', number: '11010519491231002x' } }
  const one = stored(store, '示例甲', unit('示例甲有限公司', '138 0013 8000', person))
  const two = stored(store, '示例乙', unit('示例乙有限公司', '+86-13800138000'))
  expect(sharedBy(index, store, one)).toEqual(['person.phone-shared subject.responsiblePerson.mobile 示例乙'])
  expect(sharedBy(index, store, two)).toEqual(['person.phone-shared subject.responsiblePerson.mobile 示例甲'])
  const text = JSON.stringify(index.findings(store, getFiling(store, two), shippedRules))
  expect(text).not.toMatch(/示例甲有限公司|11010519491231002|zhang@example/i)

  const three = stored(store, '示例丙', unit('示例丙有限公司', '13900139000', { ...person, email: 'zhang@example.cn' }))
  expect(sharedBy(index, store, three)).toEqual([
    'person.email-shared subject.responsiblePerson.email 示例甲',
    'person.certificate-shared subject.responsiblePerson.certificate.number 示例甲',
  ])
})

test('what a province says of it decides how much it weighs', async () => {
  const store = await openForTest(temporaryFolder())
  const index = new ContactIndex()
  const person = { certificate: { type: 'resident-id', number: '11010519491231002x' } }
  stored(store, '示例甲', unit('示例甲有限公司', '13800138000', person))
  const severities = (province: string) => {
    const filing = { ...unit('示例乙有限公司', '13800138000', person), province }
    const found = index.findings(store, getFiling(store, stored(store, `示例乙${province}`, filing)), shippedRules)
    return found.map(({ code, severity }) => `${code} ${severity}`)
  }
  expect(severities('11')).toEqual(['person.phone-shared warning', 'person.certificate-shared note'])
  expect(severities('51')).toEqual(['person.phone-shared warning', 'person.certificate-shared blocker'])
  expect(severities('41')).toEqual(['person.phone-shared blocker', 'person.certificate-shared blocker'])
  expect(severities('36')).toEqual(['person.phone-shared warning', 'person.certificate-shared warning'])
})

test('the same subject may use its number as often as it likes', async () => {
  const store = await openForTest(temporaryFolder())
  const index = new ContactIndex()
  const { client, id } = createFiling(store, createClient(store, { name: '示例甲' }).id, unit('示例甲', '13800138000'))
  createFiling(store, client, unit('示例甲', '13800138000'))
  const elsewhere = stored(store, '示例甲（旧）', unit('示例甲', '13800138000'))
  expect([id, elsewhere].map((filing) => sharedBy(index, store, filing))).toEqual([[], []])
  createFiling(store, client, unit('示例乙', '13800138000'))
  expect(sharedBy(index, store, id)).toHaveLength(1)
})

test('what is saved, renamed and removed in between is known', async () => {
  const store = await openForTest(temporaryFolder())
  const index = new ContactIndex()
  const one = stored(store, '示例甲', unit('示例甲', '13800138000'))
  const two = stored(store, '示例乙', unit('示例乙', '13900139000'))
  const { client } = getFiling(store, two)
  const seen = [sharedBy(index, store, one)]
  saveFiling(store, { filing: two, revision: 1, data: unit('示例乙', '13800138000') })
  seen.push(sharedBy(index, store, one))
  renameClient(store, client, '示例丁')
  seen.push(sharedBy(index, store, one))
  removeFiling(store, two)
  seen.push(sharedBy(index, store, one))
  createFiling(store, client, unit('示例乙', '13800138000'))
  seen.push(sharedBy(index, store, one))
  await removeClient(store, client)
  seen.push(sharedBy(index, store, one))
  const told = (name: string) => [`person.phone-shared subject.responsiblePerson.mobile ${name}`]
  expect(seen).toEqual([[], told('示例乙'), told('示例丁'), [], told('示例丁'), []])
})
