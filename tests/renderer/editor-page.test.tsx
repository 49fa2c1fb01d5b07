/** The editor with the fake bridge: ways out of it, keys, and adjustments copied to other pictures. */
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Adjustment } from '../../rules/schema.ts'
import { plainTone } from '../../rules/tone.ts'
import { type Fake, makeFake } from './fake-bridge.ts'
import { ids } from './sample-filing.ts'
import { all, click, closeWindow, completeJsdom, find, openWindow, press, see, until } from './window.tsx'

beforeAll(completeJsdom)
afterEach(closeWindow)

const straighten: Adjustment = {
  kind: 'straighten',
  corners: [
    [10, 10],
    [900, 20],
    [900, 600],
    [20, 610],
  ],
}
const tone: Adjustment = { ...plainTone, brightness: 0.2 }

const adjusted = (fake: Fake) => fake.log.filter(({ name }) => name === 'image/adjust').map(({ input }) => input)

async function openEditor(fake: Fake): Promise<void> {
  await openWindow(fake)
  await click('button', /^打开备案：张三/)
  await find('heading', '任务清单')
  await press('1')
  await click('button', '调整 id-front.jpg（第 1 张）')
  await find('heading', '调整：id-front.jpg')
}

/** The sample with these adjustments on the two sides of a card, which share a size. */
function fakeWith(front: Adjustment[], back: Adjustment[]): Fake {
  const fake = makeFake()
  for (const image of fake.images) {
    if (image.id === ids.front) image.adjustments = front
    if (image.id === ids.back) image.adjustments = back
  }
  return fake
}

test.each<[string, () => Promise<void>, string]>([
  ['the key for the package', () => press('e'), '导出材料包'],
  ['the button for the package', () => click('button', '导出材料包'), '导出材料包'],
  ['the first page', () => click('button', '返回首页'), '客户'],
  ['Esc', () => press('Escape'), '任务清单'],
  ['the arrow', () => click('button', '回到任务清单'), '任务清单'],
])('what is not saved is not lost without a question: %s', async (_, leave, page) => {
  const fake = makeFake()
  await openEditor(fake)
  await click('button', '向右转')
  await leave()
  await see('调整还没有保存')
  await click('button', '取消')
  await until(() => expect(all('heading', '调整：id-front.jpg')).toHaveLength(1))
  await leave()
  await click('button', '不保存，离开')
  await find('heading', page)
  expect(adjusted(fake)).toEqual([])
})

test('nothing is asked when nothing is lost, and back in the list the focus is on the picture', async () => {
  const fake = makeFake()
  await openEditor(fake)
  await click('button', '向右转')
  await press('z', document.body, { ctrlKey: true })
  await press('Z', document.body, { ctrlKey: true, shiftKey: true })
  await click('button', '保存调整')
  await find('heading', '任务清单')
  await until(() => expect(document.activeElement?.id).toBe(`picture-${ids.front}`))
  expect(adjusted(fake)).toEqual([{ image: ids.front, adjustments: [{ kind: 'rotate', degrees: 90 }] }])
})

test('a tone is copied without touching the corners of the other picture, and copying can be undone', async () => {
  const fake = fakeWith([tone, { kind: 'rotate', degrees: 90 }], [straighten])
  await openEditor(fake)
  await click('button', '复制调整到其他图片')
  await click('checkbox', /^id-back.jpg/)
  await click('button', '复制到 1 张')
  await see('已把调整复制到 1 张图片。')
  // Beside the editor's own, which takes back steps of this picture.
  all('button', '撤销').at(-1)?.click()
  await see('已撤销复制，1 张图片恢复了之前的调整。')
  expect(adjusted(fake)).toEqual([
    { image: ids.back, adjustments: [tone, straighten] },
    { image: ids.back, adjustments: [straighten] },
  ])
})

test('without a tone only geometry is offered, and replaces that of another picture only when it is asked for', async () => {
  const fake = fakeWith([{ kind: 'rotate', degrees: 90 }], [tone, straighten])
  await openEditor(fake)
  await click('button', '复制调整到其他图片')
  expect(all('checkbox', /^色调/)).toEqual([])
  const back = (await find('checkbox', /^id-back.jpg/)) as HTMLInputElement
  expect(back.disabled).toBe(true)
  await click('checkbox', /^旋转、裁剪和四角/)
  await see('会替换它自己的旋转、裁剪和四角')
  back.click()
  await click('button', '复制到 1 张')
  await see('已把调整复制到 1 张图片。')
  expect(adjusted(fake)).toEqual([{ image: ids.back, adjustments: [tone, { kind: 'rotate', degrees: 90 }] }])
})
