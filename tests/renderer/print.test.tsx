/** Printing with the fake bridge: what is chosen, and what the engine and the printer are asked for. */
import { afterEach, beforeAll, expect, test } from 'vitest'
import { type Fake, makeFake } from './fake-bridge.ts'
import { printRun } from './sample-output.ts'
import { all, click, closeWindow, completeJsdom, fill, find, openWindow, see, until } from './window.tsx'

beforeAll(completeJsdom)
afterEach(closeWindow)

const asked = (fake: Fake, name: string) => fake.log.filter((call) => call.name === name).map((call) => call.input)

test('papers of several clients are printed in one run, each as often as it is signed', async () => {
  const fake = makeFake()
  await openWindow(fake)
  await click('button', '打印文书')
  await see('example.com')
  await click('button', '全选')
  await click('button', /^继续/)
  await see('共 2 页，2 份文书')
  await see('还缺通信地址。要留空打印，请把份数改为 1。')

  await fill(await find('textbox', '张三：居住情况说明的份数'), '1')
  await click('checkbox', /^先打印一页比例测试页/)
  await click('button', '下移示例科技有限公司：授权书（主体负责人）')
  await see('共 4 页，3 份文书')
  await until(() =>
    expect(asked(fake, 'print/arrange').at(-1)).toMatchObject({
      run: printRun,
      sheets: [
        { paper: 1, copies: 1 },
        { paper: 0, copies: 2 },
      ],
      testPage: true,
      scale: false,
    }),
  )
  await until(() => expect((all('button', '打印…')[0] as HTMLButtonElement).disabled).toBe(false))
  await click('button', '打印…')
  await see('已交给打印机：4 页。')
  expect(asked(fake, 'print/done')).toEqual([{ run: printRun }])
  await click('button', '返回')
  await until(() => expect(asked(fake, 'print/close')).toEqual([{ run: printRun }]))
})
