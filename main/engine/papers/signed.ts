/**
 * A paper that came back signed: the pages that were printed are made anew from the filing's facts, found in the
 * pictures, measured, and judged by the rules.
 */

import { basename } from 'node:path'
import type { SignedPageView, SignedReport } from '../../../preload/signed-views.ts'
import type { Severity } from '../../../rules/answers.ts'
import { checklist } from '../../../rules/checklist.ts'
import type { Filing, IsoDate } from '../../../rules/schema.ts'
import { judgeSignedPaper, judgeUnrecognised } from '../../../rules/signed.ts'
import type { CallContext } from '../dispatch.ts'
import type { PictureData } from '../imaging/decode.ts'
import { formDefinition } from '../pdf/form-definition.ts'
import type { Blank } from './blank-library.ts'
import { findPage } from './signed-page.ts'
import { otherPapers, type PrintedPaper, printedPaper } from './signed-papers.ts'

export interface SignedJob {
  form: string
  filing: Filing
  /** Position of the service in the filing. */
  service: number
  on: IsoDate
  /** Somebody else's blank that was filled; null: our own paper. */
  blank: Blank | null
  /** The very PDF that was printed; null: it is made anew. */
  printed: string | null
  dated: IsoDate | null
  pictures: readonly { name: string; load(): Promise<PictureData> }[]
}

/** Fails with `form.*` and `file.*` for the paper, and with `image.*` for a file that is no picture. */
export async function verifySigned(job: SignedJob, context: CallContext): Promise<SignedReport> {
  const { rules, step } = context
  const asked = await printedPaper(job, rules)
  const others = otherPapers(job, rules)
  const pages: SignedPageView[] = []
  for (const [done, picture] of job.pictures.entries()) {
    step(done, job.pictures.length, basename(picture.name))
    const found = await findPage(await picture.load(), picture.name, asked, others, rules)
    pages.push(found ?? unrecognised(picture.name, context))
  }
  return reportOf(job, asked, pages.sort(byPage), context)
}

function unrecognised(file: string, { rules }: CallContext): SignedPageView {
  const findings = [judgeUnrecognised(file, rules)]
  return { file, role: null, turned: 0, corners: null, aspect: null, matched: 0, places: [], findings }
}

function byPage(one: SignedPageView, other: SignedPageView): number {
  const last = Number.POSITIVE_INFINITY
  const [a, b] = [one.role?.page ?? last, other.role?.page ?? last]
  return a === b ? 0 : a - b
}

function reportOf(job: SignedJob, asked: PrintedPaper, pages: SignedPageView[], { rules }: CallContext): SignedReport {
  const { report, title } = asked
  const definition = formDefinition(job.form)
  const own = pages.flatMap(({ role, file }) => (role?.form === definition.id ? [{ page: role.page, file }] : []))
  const dated = job.dated ?? datedIn(job)
  const findings = judgeSignedPaper(
    {
      at: definition.id,
      came: own,
      pages: report.pages,
      hasDate: report.signing.hands.some(({ why, by }) => why === 'date' && by !== 'provider'),
      dated,
      window: report.window,
      on: job.on,
    },
    rules,
  )
  const all = [...pages.flatMap((page) => page.findings), ...findings].map(({ severity }) => severity)
  return {
    format: 'beiqi-signed/1',
    form: definition.id,
    service: job.service,
    title,
    edition: report.edition,
    asOf: job.on,
    dated,
    place: placeOf(job, rules),
    pages,
    findings,
    worst: (['blocker', 'warning', 'note'] as const satisfies Severity[]).find((one) => all.includes(one)) ?? null,
  }
}

function datedIn({ filing, service, form }: SignedJob): IsoDate | null {
  const { material } = formDefinition(form)
  const papers = [filing.services?.[service]?.papers, filing.papers]
  return papers.flatMap((known) => known?.[material]?.issuedOn ?? [])[0] ?? null
}

/** Beside the service where the checklist or the form says so, else beside the subject. */
function placeOf({ filing, form, service, on }: SignedJob, rules: CallContext['rules']): SignedReport['place'] {
  const { id, material } = formDefinition(form)
  const own = `services[${service}]`
  const listed = checklist(filing, on, rules).items.filter((item) => item.material === material)
  const asked = listed.find((item) => item.for === own) ?? listed[0]
  return { material, for: asked?.for ?? (rules.forms[id].for === 'subject' ? 'subject' : own) }
}
