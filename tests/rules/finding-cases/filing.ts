/** Findings about the filing as a whole, its topics and the site's name. */
import { individual, unit } from '../filings.ts'
import { type Case, N, number, province } from './changes.ts'

export const filing: Case[] = [
  { rule: 'filing.provider-unknown', of: unit, wrong: { provider: 'nobody' }, right: {}, at: 'provider' },
  {
    rule: 'provider.live-capture-aliyun',
    of: unit,
    wrong: {},
    right: { provider: 'volcengine' },
    at: 'provider',
  },
  {
    rule: 'filing.nature-contradicts',
    of: individual,
    wrong: number('business-licence', '91110000600037341L'),
    right: {},
    at: 'subject.nature',
  },
  { rule: 'filing.type-not-covered', of: unit, wrong: { filingType: 'cancel' }, right: {}, at: 'filingType' },
  {
    rule: 'filing.first-contradicts',
    of: unit,
    wrong: { 'subject.filedServiceCount': 1 },
    right: { 'subject.filedServiceCount': 1, filingType: 'new-site' },
    at: 'filingType',
  },
  { rule: 'filing.service-type', of: unit, wrong: { 'services[0].type': 'app' }, right: {}, at: 'services[0].type' },
  {
    rule: 'filing.topic-unknown',
    of: unit,
    wrong: { 'services[0].topics': ['stamps'] },
    right: {},
    at: 'services[0].topics',
  },
  {
    rule: 'preapproval.words',
    of: unit,
    wrong: { 'services[0].name': '示例理财网', province: '31' },
    right: { 'services[0].name': '示例信托网' },
    at: 'services[0].topics',
  },
  {
    rule: 'preapproval.needed',
    of: unit,
    wrong: { 'services[0].topics': ['drugs'] },
    right: { 'services[0].topics': ['medical'] },
    at: 'services[0].topics',
  },
  {
    rule: 'preapproval.finance',
    of: unit,
    wrong: { 'services[0].topics': ['finance'] },
    right: {},
    at: 'services[0].topics',
  },
  {
    rule: 'preapproval.kept',
    of: unit,
    wrong: { ...province('33'), 'services[0].topics': ['education'] },
    right: { 'services[0].topics': ['education'] },
    at: 'services[0].topics',
  },
]

export const siteName: Case[] = [
  {
    rule: 'site-name.unrelated',
    of: unit,
    wrong: { 'services[0].name': '春山茶叶商行' },
    right: { 'services[0].name': '示例品牌官方网站' },
    at: 'services[0].name',
  },
  { rule: 'site-name.too-short', of: unit, wrong: { [N]: '示例X' }, right: { [N]: '示例网X' }, at: N },
  { rule: 'site-name.only-latin', of: unit, wrong: { [N]: 'Example 2026' }, right: { [N]: '示例网 2026' }, at: N },
  { rule: 'site-name.is-domain', of: unit, wrong: { [N]: 'example.cn' }, right: {}, at: N },
  { rule: 'site-name.symbols', of: unit, wrong: { [N]: '示例科技★' }, right: { [N]: '示例科技（北京）' }, at: N },
  { rule: 'site-name.state-prefix', of: unit, wrong: { [N]: '中国示例网' }, right: { [N]: '示例中国网' }, at: N },
  { rule: 'site-name.sensitive-word', of: unit, wrong: { [N]: '示例反腐网' }, right: {}, at: N },
  {
    rule: 'site-name.personal-word',
    of: individual,
    wrong: { [N]: '张三的摄影博客' },
    right: { ...province('32'), [N]: '张三的摄影博客' },
    at: N,
  },
  {
    rule: 'site-name.province-word',
    of: individual,
    wrong: { [N]: '张三的摄影评论' },
    right: { ...province('44'), [N]: '张三的摄影评论' },
    at: N,
  },
]
