/** The keyboard never falls to the ground of the page: where it goes on when what had it is gone. */
import { afterEach, beforeAll, expect, test } from 'vitest'
import { makeFake } from './fake-bridge.ts'
import { click, closeWindow, completeJsdom, find, openWindow, press, until } from './window.tsx'

beforeAll(completeJsdom)
afterEach(closeWindow)

const here = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim()

async function openPictures(): Promise<void> {
  await openWindow(makeFake())
  await click('button', /^打开备案：张三/)
  await find('heading', '任务清单')
  await press('1')
  await find('button', '调整 id-back.jpg（第 2 张）')
}

test.each(['拼接预览', '仍要使用…'])('a closed dialog gives it back to what opened it: %s', async (name) => {
  await openPictures()
  const opener = await find('button', name)
  opener.focus()
  opener.click()
  const close = await find('button', '关闭')
  close.focus()
  close.click()
  await until(() => expect(here()).toBe(name))
})

test('a finding that is overruled gives it to the way back', async () => {
  await openPictures()
  const opener = await find('button', '仍要使用…')
  opener.focus()
  opener.click()
  const reason = (await find('textbox', '理由')) as HTMLTextAreaElement
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(reason, '已核对')
  reason.dispatchEvent(new Event('input', { bubbles: true }))
  await click('button', '仍要使用')
  await until(() => expect(here()).toBe('收回'))
})

test('a removed picture gives it to its neighbour, the last one to what can be added', async () => {
  await openPictures()
  const second = await find('button', '调整 id-back.jpg（第 2 张）')
  second.focus()
  await press('Delete', second)
  await until(() => expect(here()).toBe('调整 id-front.jpg（第 1 张）'))
  await press('Delete', document.activeElement as Element)
  await until(() => expect(here()).toBe('添加图片'))
})

test('a picture taken away by its menu gives it to its neighbour', async () => {
  await openPictures()
  const menu = await find('button', 'id-front.jpg 的操作')
  menu.focus()
  menu.click()
  await click('menuitem', '移除')
  await until(() => expect(here()).toBe('调整 id-back.jpg（第 1 张）'))
})
