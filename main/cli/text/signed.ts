/** A signed paper that was checked, for a person: page by page, each place, what is wrong. */
import type { SignedPageView, SignedReport } from '../../../preload/signed-views.ts'
import type { PlaceState } from '../../../rules/signed-schema.ts'
import { asTyped } from '../asked.ts'
import { type Catalog, findingLines } from './findings.ts'
import { type Say, section } from './say.ts'

export function signedText(report: SignedReport, catalog: Catalog, say: Say): string {
  const { title, edition, pages, findings, dated, worst } = report
  return [
    `${say(title)} (${edition})`,
    verdict(worst, say),
    ...pages.flatMap((page) => pageLines(page, catalog, say)),
    ...section(
      say('整份文书', 'The paper as a whole'),
      findings.flatMap((finding) => findingLines(finding, catalog, say)),
    ),
    ...(dated === null ? [] : ['', `${say('落款日期', 'Dated')}${say('：', ': ')}${dated}`]),
  ].join('\n')
}

function verdict(worst: SignedReport['worst'], say: Say): string {
  if (worst === 'blocker') return say('还不能提交，见下。', 'It cannot be handed in yet, see below.')
  if (worst === 'warning') return say('请核对下列各处。', 'Please look at what is listed below.')
  return say('没有发现问题。', 'Nothing was found to be wrong.')
}

function pageLines({ file, role, places, findings }: SignedPageView, catalog: Catalog, say: Say): string[] {
  const which = role
    ? say(`第 ${role.page + 1} 页，共 ${role.pages} 页`, `page ${role.page + 1} of ${role.pages}`)
    : say('认不出', 'not recognised')
  const states: Record<PlaceState, string> = {
    ok: say('已填', 'done'),
    missing: say('没有看到', 'not there'),
    unclear: say('看不清', 'unclear'),
    misplaced: say('位置不对', 'in another place'),
    stamped: say('是印章', 'a stamp'),
  }
  return section(`${asTyped(file)} · ${which}`, [
    ...places.map(({ title, state }) => `- ${say(title)}${say('：', ': ')}${states[state]}`),
    ...findings.flatMap((finding) => findingLines(finding, catalog, say)),
    ...(places.length + findings.length === 0
      ? [say('这一页没有要签的地方。', 'There is nothing to sign on this page.')]
      : []),
  ])
}
