/** The lists that are offered for choice, only to show and test the window. */
import type { Output } from '../../preload/contract.ts'
import { materials } from './sample-filing.ts'

const note = (zh: string, en: string) => ({ zh, en })
const marks = {
  unknown: {
    policy: 'unknown',
    words: [],
    note: note('没有明文允许，就不要加。', 'What nobody allows is better left off.'),
  },
  exact: { policy: 'exact' as const, words: ['仅供备案使用'], note: note('只能用这些字。', 'Only these words.') },
} satisfies Record<string, Output<'catalog/get'>['providers'][number]['watermark']>

export const catalog: Output<'catalog/get'> = {
  provinces: [
    { code: '11', title: { zh: '北京', en: 'Beijing' } },
    { code: '31', title: { zh: '上海', en: 'Shanghai' } },
    { code: '44', title: { zh: '广东', en: 'Guangdong' } },
  ],
  providers: [
    { id: 'aliyun', title: { zh: '阿里云', en: 'Alibaba Cloud' }, watermark: marks.unknown },
    { id: 'tencent', title: { zh: '腾讯云', en: 'Tencent Cloud' }, watermark: marks.exact },
  ],
  products: [{ id: 'ecs', title: { zh: '云服务器 ECS', en: 'ECS' } }],
  registrars: [{ id: 'aliyun', title: { zh: '阿里云（万网）', en: 'Alibaba Cloud' } }],
  topics: [
    { id: 'personal-blog', title: { zh: '个人博客', en: 'Personal blog' } },
    { id: 'finance', title: { zh: '金融', en: 'Finance' } },
  ],
  materials: materials,
  sources: {
    'aliyun-docs': {
      title: { zh: '阿里云 ICP 备案文档', en: 'Alibaba Cloud, ICP filing documentation' },
      vintage: '2019-09-12',
    },
  },
  tone: { red: [0.75, 1.3], blue: [0.75, 1.5], brightness: [-0.6, 0.8], contrast: [-0.4, 0.6] },
}
