/** The export page: what is left out is said before and after, and what came of it is where reading goes on. */
import { afterEach, beforeAll, expect, test } from 'vitest'
import { unsortedFindings } from '../../rules/package.ts'
import { makeFake } from './fake-bridge.ts'
import { blurred } from './sample-filing.ts'
import { packageResult } from './sample-output.ts'
import { click, closeWindow, completeJsdom, find, openWindow, press, see, until } from './window.tsx'

beforeAll(completeJsdom)
afterEach(closeWindow)

async function openExport(fake: ReturnType<typeof makeFake>): Promise<void> {
  await openWindow(fake)
  await click('button', /^打开备案：张三/)
  await find('heading', '任务清单')
  await press('e')
}

test('pictures without a place are named before the export, with the way to sort them', async () => {
  await openExport(makeFake())
  await see('有 1 张图片还没有归类，不会放入材料包：微信图片_20261123.jpg。')
  await click('button', '去归类')
  await find('heading', '未归类的图片')
})

test('after it: no thing is said to be missing where none is, and refusals name their picture', async () => {
  const fake = makeFake()
  const refused = { ...blurred, severity: 'blocker' as const }
  const findings = [refused, ...unsortedFindings(['a.jpg', 'b (2).jpg'])]
  fake.answer('package/write', () => ({ ...packageResult, missing: [], findings }))
  await openExport(fake)
  await click('button', '导出到文件夹')
  await find('heading', '材料包已导出，还有会被驳回的问题')
  await see('照片有些模糊，小字可能看不清。 id-back.jpg')
  await find('heading', '没有放入材料包的图片')
  await see('有 2 张图片还没有归类，没有放入材料包：a.jpg、b (2).jpg。')
})

test('a refusal to write takes the focus', async () => {
  const fake = makeFake()
  fake.failNext('package/write', { code: 'file.exists', params: { file: '备齐' } })
  await openExport(fake)
  await click('button', '导出到文件夹')
  await until(() => expect(document.activeElement?.querySelector('[role="alert"]')).toBeTruthy())
})
