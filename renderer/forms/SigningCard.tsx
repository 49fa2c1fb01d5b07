import type { ReactElement } from 'react'
import type { FormReport } from '../../preload/form-views.ts'
import { useOurs, useText } from '../text/language.ts'
import { whyText } from './form-view.ts'

/** Who does what with which pen, how many copies, for how long they are good, whose template. */
export function SigningCard({ report }: { report: FormReport }): ReactElement {
  const t = useText('forms')
  const ours = useOurs()
  const { hands, theirs, copies } = report.signing
  return (
    <section aria-labelledby="signing-head">
      <h2 id="signing-head">{t('signing')}</h2>
      <dl className="card rows filled">
        {theirs.map((note) => (
          <Line key={note.zh} name={t('template')} text={ours(note)} />
        ))}
        {hands.map(({ field, title, why, noStamp, hint }) => (
          <Line
            key={field}
            name={`${ours(title)} · ${t(whyText[why])}`}
            text={noStamp ? `${ours(hint)} (${t('noStamp')})` : ours(hint)}
          />
        ))}
        <Line name={t('copies')} text={copies ? ours(copies) : t('unknownCopies')} />
        <Line name={t('window')} text={report.window ? ours(report.window) : t('unknownWindow')} />
      </dl>
    </section>
  )
}

function Line({ name, text }: { name: string; text: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  )
}
