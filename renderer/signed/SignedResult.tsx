import type { ReactElement } from 'react'
import type { SignedReport } from '../../preload/signed-views.ts'
import { useDeed } from '../calls.ts'
import { useDesk } from '../filing/desk.ts'
import { useMaterialTitle } from '../filing/place-names.ts'
import { samePlace } from '../images/deeds.ts'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { tell } from '../ui/notices.ts'
import { acceptSigned } from './deeds.ts'
import { SignedFindings } from './SignedFindings.tsx'
import { SignedPage } from './SignedPage.tsx'
import { verdict } from './signed-view.ts'

interface SignedResultProps {
  result: SignedReport
  dated: string
  busy: boolean
  onDated(dated: string | null): void
  onAgain(): void
  onDone(): void
}

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** Each page with its places, what is wrong with the paper, its date, and the way into its material. */
export function SignedResult({ result, dated, busy, onDated, onAgain, onDone }: SignedResultProps): ReactElement {
  const t = useText('signed')
  const desk = useDesk()
  const material = useMaterialTitle()
  const title = material(result.place.material)
  const before = desk.images.filter(({ place }) => samePlace(place, result.place)).length
  const accept = useDeed(async () => {
    const count = await acceptSigned(desk.view.id, result, before)
    tell(t('accepted', { title, count }))
    onDone()
  })
  const discard = () => {
    tell(t('discarded'))
    onDone()
  }
  const { key, count } = verdict(result)
  const wrong = dated !== '' && !isDate(dated)
  return (
    <div className="signed-result">
      <p className={`signed-verdict ${key}`} role="status">
        {t(key, { count })}
      </p>
      {result.pages.map((page) => (
        <SignedPage key={page.file} page={page} />
      ))}
      {result.findings.length > 0 && (
        <div className="card">
          <h3 className="signed-whole">{t('whole')}</h3>
          <SignedFindings findings={result.findings} />
        </div>
      )}
      <div className="signed-date">
        <label htmlFor="signed-date">{t('dated')}</label>
        <DateField
          id="signed-date"
          value={dated}
          invalid={wrong}
          onChange={(text) => onDated(isDate(text) ? text : null)}
        />
        <Button small disabled={busy} onClick={onAgain}>
          {t('again')}
        </Button>
        <p className="aside">{t(wrong ? 'datedWrong' : 'datedHint')}</p>
      </div>
      {accept.error && <FailureNote error={accept.error} />}
      <div className="row">
        <Button
          kind={result.worst === 'blocker' ? 'default' : 'primary'}
          busy={accept.running}
          disabled={busy || result.pages.every(({ role }) => role === null)}
          onClick={() => accept.start()}
        >
          {t(result.worst === 'blocker' ? 'acceptAnyway' : 'accept', { title })}
        </Button>
        <Button kind="quiet" disabled={busy} onClick={discard}>
          {t('discard')}
        </Button>
      </div>
    </div>
  )
}
