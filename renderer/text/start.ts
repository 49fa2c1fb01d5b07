import { table } from './table.ts'

export const start = table(
  {
    title: '备齐',
    what: '把 ICP 备案要交的材料一次备齐',
    how: '填几项资料，放进手机拍的照片。备齐会告诉你要交哪些材料、为什么，并把图片拉正、拼好、压到接入商要求的大小。',
    private: '所有内容只保存在这台电脑上，备齐不连接网络。',
    question: '你要为谁备案？',
    self: '自己备案',
    selfWhy: '个人或本单位，一次办一份',
    agency: '帮客户备案',
    agencyWhy: '管理多位客户，资料分开存放',
    sample: '放一份可随时删除的示例，先看看怎么用',
    begin: '开始',
    preparing: '正在放入示例…',
    choose: '请先选择自己备案或帮客户备案。',
  },
  {
    title: 'Beiqi',
    what: 'Everything an ICP filing asks for, ready to upload',
    how: 'Enter a few facts and add photos from your phone. Beiqi tells you which papers are needed and why, then straightens, joins and sizes the pictures for your access provider.',
    private: 'Everything stays on this computer. Beiqi uses no network.',
    question: 'Who are you filing for?',
    self: 'For myself',
    selfWhy: 'A person or our own organisation, one at a time',
    agency: 'For clients',
    agencyWhy: 'Many clients, kept apart from each other',
    sample: 'Add a sample that can be removed at any time',
    begin: 'Start',
    preparing: 'Adding the sample…',
    choose: 'Choose for whom you are filing first.',
  },
)
