/** The edition of the rules, and whom a new one concerns, for a person. */
import type { Output } from '../../../preload/contract.ts'
import { failureText } from '../../../preload/failures.ts'
import { diffLines } from './diff.ts'
import { type Say, section } from './say.ts'

export function stateText(state: Output<'rules/state'>, say: Say): string {
  const { version, shippedVersion, origin, importedAt, changelog, damaged, keys } = state
  const from =
    origin === 'pack'
      ? say(`导入的规则包，${importedAt?.slice(0, 10)}`, `an imported pack, ${importedAt?.slice(0, 10)}`)
      : say('程序自带', 'shipped with the program')
  const trouble = damaged && { zh: failureText(damaged, 'zh'), en: failureText(damaged, 'en') }
  return [
    say(
      `规则版本 ${version}（${from}；程序自带 ${shippedVersion}）`,
      `Rules ${version} (${from}; shipped: ${shippedVersion})`,
    ),
    ...(trouble ? [say(`导入的规则包没有使用：${trouble.zh}`, `The imported pack is not in use: ${trouble.en}`)] : []),
    ...section(
      say('更新记录', 'What is new'),
      changelog.map((entry) => `${entry.version}  ${entry.date}  ${say(entry)}`),
    ),
    ...section(
      say('可以签发规则包的公钥', 'Keys whose packs are taken'),
      keys.map(
        ({ id, title, origin: by }) => `${id}  ${title}${by === 'shipped' ? say('（程序自带）', ' (shipped)') : ''}`,
      ),
    ),
  ].join('\n')
}

/** Every fact is counted once, so that nothing is dropped in silence. */
export function reportText(report: Output<'rules/report'>, say: Say): string {
  const { version, total, checked, advice, leftOut, onlyPassedOn, rejections, byProvince } = report
  const line = (title: string, counts: { total: number; checked: number; advice: number; leftOut: number }) =>
    say(
      `${title}：共 ${counts.total} 条，由程序判断 ${counts.checked}，作为说明 ${counts.advice}，未采用 ${counts.leftOut}`,
      `${title}: ${counts.total} facts, ${counts.checked} evaluated, ${counts.advice} passed on as advice, ${counts.leftOut} left out`,
    )
  return [
    line(say(`规则版本 ${version}`, `Rules ${version}`), { total, checked, advice, leftOut: leftOut.length }),
    ...section(
      say('按省份', 'By province'),
      byProvince.map((counts) => line(`${counts.code} ${say(counts.title)}`, counts)),
    ),
    ...section(
      say(`未采用的（${leftOut.length}）`, `Left out (${leftOut.length})`),
      leftOut.map(({ fact, why }) => `${fact}  ${say(why)}`),
    ),
    ...section(
      say(
        `说明中像条件却只能转告的（${onlyPassedOn.length}）`,
        `Advice that reads like a condition and can only be passed on (${onlyPassedOn.length})`,
      ),
      onlyPassedOn.map(({ fact, why }) => `${fact}  ${say(why)}`),
    ),
    ...section(
      say(
        `公布的驳回原因 ${rejections.total} 种，${rejections.checked} 种有检查；程序看不到的（${rejections.unseen.length}）`,
        `Published reasons for rejection: ${rejections.total}, ${rejections.checked} of them checked; what no program sees (${rejections.unseen.length})`,
      ),
      rejections.unseen.map(({ why, ...reason }) => `${say(reason)}${say('：', ': ')}${say(why)}`),
    ),
  ].join('\n')
}

export function changedText(change: Output<'rules/import'>, say: Say): string {
  const { changed, previous, version, changelog } = change
  const news = changelog.find((entry) => entry.version === version)
  return [
    say(`现在使用规则版本 ${version}（之前是 ${previous}）`, `Rules ${version} are now in use (before: ${previous})`),
    ...(news ? [say(news)] : []),
    ...section(
      say(`清单有变化的备案（${changed.length}）`, `Filings whose checklist changed (${changed.length})`),
      changed.flatMap(({ clientName, filing, diff }) => [`${clientName}  ${filing}`, ...diffLines(diff, say, '   ')]),
    ),
    ...(changed.length === 0 ? [say('已保存的备案，清单都没有变化。', 'No stored filing has another checklist.')] : []),
  ].join('\n')
}

export function distrustedText({ id, title, change }: Output<'rules/distrust'>, say: Say): string {
  const gone = say(
    `已不再信任“${title}”的公钥，指纹 ${id}；由它签名的规则包不能再导入。`,
    `The public key of ${title} is no longer trusted, fingerprint ${id}; packs signed by it are not taken any more.`,
  )
  if (change === null) return gone
  const why = say(
    `正在用的规则包 ${change.previous} 由它签名，所以换回程序自带的规则。`,
    `The pack in use, ${change.previous}, was signed by it, so the shipped rules come back.`,
  )
  return [gone, why, changedText(change, say)].join('\n')
}
