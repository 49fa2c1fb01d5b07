/** Screens with the fake bridge: what a person sees and does, and what the engine is asked for. */
import { afterEach, beforeAll, expect, test } from 'vitest'
import { readAt } from '../../renderer/filing/paths.ts'
import { type Fake, makeFake } from './fake-bridge.ts'
import { ids } from './sample-filing.ts'
import {
  all,
  choose,
  click,
  closeWindow,
  completeJsdom,
  dontSee,
  fill,
  find,
  openWindow,
  press,
  see,
  until,
} from './window.tsx'

beforeAll(completeJsdom)
afterEach(closeWindow)

const asked = (fake: Fake, name: string) => fake.log.filter((call) => call.name === name).map((call) => call.input)

async function openFiling(fake: Fake): Promise<void> {
  await openWindow(fake)
  await click('button', /^打开备案：张三/)
  await find('heading', '任务清单')
}

test('the first run asks for whom, offers a sample, and writes nothing before 开始', async () => {
  const fake = makeFake({ settings: { role: null, language: 'zh' } })
  fake.clients = []
  await openWindow(fake)
  await see('所有内容只保存在这台电脑上，备齐不连接网络。')
  await click('button', '开始')
  await see('请先选择自己备案或帮客户备案。')
  expect(asked(fake, 'settings/set')).toEqual([])

  await click('radio', '自己备案')
  await click('button', '开始')
  await find('heading', '我的备案')
  expect(asked(fake, 'settings/set')).toEqual([{ role: 'self' }])
  expect(asked(fake, 'sample/add')).toHaveLength(1)
})

test('the whole window changes its language, and the setting is kept', async () => {
  const fake = makeFake()
  await openWindow(fake)
  await click('button', /切换到 English/)
  await find('heading', 'Clients')
  expect(fake.settings.language).toBe('en')
  expect(document.documentElement.lang).toBe('en')
})

test('clients are searched by the engine; one is removed only after its name is typed', async () => {
  const fake = makeFake()
  await openWindow(fake)
  await fill(await find('textbox', '搜索客户'), '科技')
  await until(() => expect(all('option', /示例客户/)).toEqual([]))
  await click('button', '更多操作：示例科技（北京）有限公司')
  await click('menuitem', '删除客户')
  const remove = await find('button', '删除客户')
  expect((remove as HTMLButtonElement).disabled).toBe(true)
  await fill(await find('textbox', '请输入“示例科技（北京）有限公司”以确认'), '示例科技（北京）有限公司')
  await click('button', '删除客户')
  await see('已删除“示例科技（北京）有限公司”。')
  expect(asked(fake, 'client/remove')).toEqual([{ client: ids.other }])
})

test('the task list says what is open and why, and leads to the field', async () => {
  await openFiling(makeFake())
  await find('button', '还缺 2 项必需材料')
  await find('button', '1 个会被驳回的问题')
  await click('button', /^真实性核验单必需/)
  await see('阿里云要求所有首次备案提供这份材料。')
  await see('阿里云 ICP 备案文档（2019年9月的资料）')
  await see('较早的规定只供对照，现在不按它判断核验单须加盖公章并邮寄原件。阿里云 ICP 备案文档（2018年6月的资料）')
  await see('资料已较旧，请向接入商确认')
  const [fix] = await until(() => {
    const found = all('button', '去修改')
    expect(found).toHaveLength(2)
    return found
  })
  fix?.click()
  await until(() => expect(document.activeElement?.id).toBe('field-services-0-domains-0-expires'))
})

test('the task list says until when, what runs out first, and what only a person can judge', async () => {
  await openFiling(makeFake())
  await see('说明各地另有说明、程序无法代为判断的地方，提交前看一遍1 条')
  await see('手机号码请保持畅通，管局会致电核实。')
  await click('button', '最晚 2026年12月20日提交：域名有效期先到')
  await until(() => expect(document.activeElement?.id).toBe('field-services-0-domains-0-expires'))
})

test('another province is tried without saving anything', async () => {
  const fake = makeFake()
  await openFiling(fake)
  await click('button', '更多操作')
  await click('menuitem', '换个省份或接入商看看')
  await see('换一个省份、接入商或备案类型，这里会列出不同。')
  await choose('what-if-province', '上海')
  await see('不再需要北京备案确认书')
  await see('有变化域名证书由“尚不能确定”变为“必需”。')
  expect(asked(fake, 'filing/checklist-diff')).toMatchObject([{ filing: ids.filing, change: { province: '31' } }])
  expect(asked(fake, 'filing/save')).toEqual([])
})

test('facts save themselves: readable ones at once, the rest stays and is named', async () => {
  const fake = makeFake()
  await openFiling(fake)
  await click('button', /^备案资料/)
  await fill(await find('textbox', '通信地址'), '示例路 2 号')
  await fill(await find('textbox', '有效期止'), '2035.13.40')
  await see('已保存，1 处不合格式的内容未保存')
  await see('有 1 处需要修改')
  const saved = fake.views.get(ids.filing)?.filing
  expect(readAt(saved, 'subject.contactAddress')).toBe('示例路 2 号')
  expect(readAt(saved, 'subject.certificate.validUntil')).toBe('2035-03-01')

  await fill(await find('textbox', '有效期止'), '长期')
  await until(() => {
    expect(readAt(fake.views.get(ids.filing)?.filing, 'subject.certificate.validUntil')).toBe('long-term')
  })
  await dontSee('有 1 处需要修改')
})

test('what was typed last is saved when the page is left at once', async () => {
  const fake = makeFake()
  await openFiling(fake)
  await click('button', /^备案资料/)
  await fill(await find('textbox', '通信地址'), '示例路 4 号')
  await click('button', '回到任务清单')
  await until(() => {
    expect(readAt(fake.views.get(ids.filing)?.filing, 'subject.contactAddress')).toBe('示例路 4 号')
  })
})

test('full-width digits are taken, and what was changed is shown', async () => {
  const fake = makeFake()
  await openFiling(fake)
  await click('button', /^备案资料/)
  await fill(await find('textbox', '手机号码'), '１３９００１３９０００')
  await see('已整理：１３９００１３９０００ → 13900139000')
  await until(() => {
    expect(readAt(fake.views.get(ids.filing)?.filing, 'subject.responsiblePerson.mobile')).toBe('13900139000')
  })
})

test('a filing changed elsewhere takes both changes', async () => {
  const fake = makeFake()
  await openFiling(fake)
  await click('button', /^备案资料/)
  const elsewhere = fake.views.get(ids.filing)
  if (!elsewhere) throw new Error('the sample is gone')
  const filing = { ...elsewhere.filing, province: '44' }
  fake.views.set(ids.filing, { ...elsewhere, revision: elsewhere.revision + 1, filing })

  await fill(await find('textbox', '通信地址'), '示例路 3 号')
  await see('这份备案在别处改过，已把你的修改合并进去。')
  const saved = fake.views.get(ids.filing)?.filing
  expect([saved?.province, saved?.subject?.contactAddress]).toEqual(['44', '示例路 3 号'])
})

test('one broken file does not stop the others, and says what to do', async () => {
  const fake = makeFake({ paths: { images: ['/photos/a.jpg', '/photos/broken.jpg'] } })
  await openFiling(fake)
  await click('button', '添加图片')
  await see('放入 1 张，1 张没有成功。')
  await see('broken.jpg 是空文件。请重新导出或重拍。')
  const place = { material: 'beijing-confirmation', for: 'subject' }
  expect(asked(fake, 'image/take-in')).toMatchObject([{ paths: ['/photos/a.jpg', '/photos/broken.jpg'], place }])
})

test('a removed picture comes back with Ctrl+Z', async () => {
  const fake = makeFake()
  await openFiling(fake)
  await press('1')
  await press('Delete', await find('button', '调整 id-back.jpg（第 2 张）'))
  await dontSee('照片有些模糊')
  await press('z', document.body, { ctrlKey: true })
  await find('button', '调整 id-back.jpg（第 2 张）')
  expect(asked(fake, 'image/remove')).toEqual([{ image: ids.back }])
  expect(asked(fake, 'image/restore')).toEqual([{ image: ids.back }])
})

test('a picture is used in spite of a finding only with a reason, which stays with it and can be taken back', async () => {
  const fake = makeFake()
  await openFiling(fake)
  await press('1')
  await click('button', '仍要使用…')
  await see('程序看图也会出错。')
  await click('button', '仍要使用')
  await see('请写下理由。')
  expect(asked(fake, 'image/overrule')).toEqual([])

  await fill(await find('textbox', '理由'), ' 原件就是这样 ')
  await click('button', '仍要使用')
  await see('理由：原件就是这样')
  await click('button', '收回')
  await find('button', '仍要使用…')
  expect(asked(fake, 'image/overrule')).toEqual(
    ['原件就是这样', null].map((reason) => ({ image: ids.back, code: 'image.blurred', reason })),
  )
})

test('pictures change places and order without a mouse', async () => {
  const fake = makeFake()
  await openFiling(fake)
  await press('1')
  await press('ArrowRight', await find('button', '调整 id-front.jpg（第 1 张）'), { altKey: true })
  await find('button', '调整 id-front.jpg（第 2 张）')
  expect(asked(fake, 'image/move')).toEqual([
    { image: ids.front, place: { material: 'subject-responsible-id', for: 'subject' }, position: 1 },
  ])
})

test('the editor straightens to the found corners and saves only when told', async () => {
  const fake = makeFake()
  await openFiling(fake)
  await press('1')
  await click('button', '调整 id-front.jpg（第 1 张）')
  await click('radio', '拉正四角')
  await click('button', '自动找四角')
  await see('已找到四角，请核对后应用。')
  await click('button', '应用拉正')
  expect(asked(fake, 'image/adjust')).toEqual([])
  await click('button', '保存调整')
  await find('heading', '任务清单')
  expect(fake.images.find(({ id }) => id === ids.front)?.adjustments).toMatchObject([
    {
      kind: 'straighten',
      corners: [
        [700, 520],
        [3290, 640],
        [3170, 2390],
        [600, 2210],
      ],
    },
  ])
})

test('the join preview gives real bytes and pixels; a failure says what to do', async () => {
  const fake = makeFake()
  fake.failNext('slot/preview', {
    code: 'stitch.too-small',
    params: { bytes: 90_000, size: '88 KB', width: 400, height: 300, minBytes: 204_800, limit: '200 KB' },
  })
  await openFiling(fake)
  await find('button', /^主体负责人证件.*有问题$/)
  await find('button', '2 个会被驳回的问题')
  await click('button', '查看这些图片')
  await click('button', '拼接预览')
  await until(() => expect(document.querySelector('[role="alert"]')?.textContent).toMatch(/请换用更清晰的原图/))
  await click('button', '重试')
  await see('1.9 MB · 在 200 KB–4 MB 内 · 1600×3200')
  await find('button', /^主体负责人证件.*建议检查$/)
})

test('the package is written where the person chose, and what is missing is said', async () => {
  const fake = makeFake()
  await openFiling(fake)
  await press('e')
  await click('button', '导出到文件夹')
  await see('材料包已导出，还有缺项和会被驳回的问题')
  await until(() => expect(document.activeElement?.textContent).toMatch(/^材料包已导出/))
  await see('北京备案确认书')
  await see('1600×3200')
  const [written] = asked(fake, 'package/write') as { out: string; language: string }[]
  expect(written?.out).toMatch(/^\/home\/文档\/备齐-张三-\d{8}$/)
  expect(written?.language).toBe('zh')
})

test('before the package is written each upload place is joined, one after the other; what does not fit is counted', async () => {
  const fake = makeFake()
  fake.failNext('slot/preview', {
    code: 'stitch.side-too-long',
    params: { width: 800, height: 9_000, maxSide: 8_000 },
  })
  await openFiling(fake)
  await press('e')
  await see(/超过边长上限 8000 像素/)
  await see('1.9 MB · 1600×3200')
  // The other one is said on a picture.
  expect(document.querySelector('.export-open')?.textContent).toContain('2 个会被驳回的问题')
  expect(asked(fake, 'slot/preview')).toHaveLength(2)
})

test('a stopped engine is said on every page', async () => {
  const fake = makeFake()
  await openWindow(fake)
  await find('heading', '客户')
  fake.engine('restarting')
  await see('处理引擎正在重新启动')
  fake.engine('ready')
  await dontSee('处理引擎正在重新启动')
})
