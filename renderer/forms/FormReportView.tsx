import type { ReactElement } from 'react'
import type { FormReport } from '../../preload/form-views.ts'
import { useWhere } from '../route.ts'
import { SignedReturn } from '../signed/SignedReturn.tsx'
import { useOurs, useText } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { leftByWhy, whyText } from './form-view.ts'
import { OwnTexts } from './OwnTexts.tsx'
import { SigningCard } from './SigningCard.tsx'

const kindTexts = {
  'preparation-sheet': ['sheet', 'sheetWhy'],
  'filled-blank': ['blank', 'blankWhy'],
  'own-letter': ['letter', 'letterWhy'],
} as const

/** In words: which kind of paper this is, what is left to do on it, and what stands on it. */
export function FormReportView({ report, service }: { report: FormReport; service: number }): ReactElement {
  const t = useText('forms')
  const sheet = report.kind === 'preparation-sheet'
  const [title, why] = kindTexts[report.kind]
  return (
    <div className="form-column">
      <div className={`form-kind ${sheet ? 'sheet' : ''}`}>
        <Icon name={sheet ? 'info' : 'check'} />
        <div>
          <h2>{t(title)}</h2>
          <p className="aside">{t(why)}</p>
          <p className="aside">
            {t('edition', { edition: report.edition })} · {t('filledCount', { count: report.filled.length })} ·{' '}
            {t('leftCount', { count: report.left.length })}
          </p>
        </div>
      </div>
      {report.left.length > 0 && <LeftFields report={report} />}
      <OwnTexts report={report} service={service} />
      <SigningCard report={report} />
      <SignedReturn key={`${report.form}-${String(service)}`} report={report} service={service} />
      {report.filled.length > 0 && <FilledFields report={report} />}
    </div>
  )
}

function LeftFields({ report }: { report: FormReport }): ReactElement {
  const t = useText('forms')
  const ours = useOurs()
  const goTo = useWhere((where) => where.goTo)
  return (
    <section aria-labelledby="left-head">
      <h2 id="left-head">{t('left')}</h2>
      <div className="card rows">
        {leftByWhy(report.left).map(({ why, fields }) => (
          <div key={why} className="left-group">
            <div className="left-why">
              <h3>{t(whyText[why])}</h3>
              {why === 'unknown' && (
                <button type="button" className="link" onClick={() => goTo({ page: 'profile', at: null })}>
                  {t('toFacts')}
                </button>
              )}
            </div>
            <ul>
              {fields.map((field) => (
                <li key={field.field}>
                  {ours(field.title)}
                  {ours(field.hint) && <span className="aside">{ours(field.hint)}</span>}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

function FilledFields({ report }: { report: FormReport }): ReactElement {
  const t = useText('forms')
  const ours = useOurs()
  return (
    <section aria-labelledby="filled-head">
      <h2 id="filled-head">{t('filled')}</h2>
      <dl className="card rows filled">
        {report.filled.map((field) => (
          <div key={field.field}>
            <dt>{ours(field.title)}</dt>
            <dd className="figures">{field.text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
