import { type ReactElement, useState } from 'react'
import type { FailureData } from '../../preload/failures.ts'
import type { FormReport } from '../../preload/form-views.ts'
import type { SignedReport } from '../../preload/signed-views.ts'
import { BridgeFailure, chooseImages } from '../bridge.ts'
import { useDeed } from '../calls.ts'
import { useDesk } from '../filing/desk.ts'
import { useDrop } from '../images/drop.ts'
import { useTask } from '../tasks.ts'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { TaskProgress } from '../ui/TaskProgress.tsx'
import { type TakenSigned, takeSigned, takeSignedPaths } from './deeds.ts'
import { SignedResult } from './SignedResult.tsx'
import './signed.css'

/** Where the signed paper is put back, and what was found on it. */
export function SignedReturn({ report, service }: { report: FormReport; service: number }): ReactElement {
  const t = useText('signed')
  const { view, today } = useDesk()
  const task = useTask('signed/verify')
  const [result, setResult] = useState<SignedReport | null>(null)
  const [dated, setDated] = useState<string | null>(null)
  const [failures, setFailures] = useState<readonly FailureData[]>([])
  const check = useDeed(async (images: readonly string[]) => {
    if (images.length === 0) return
    const input = { filing: view.id, form: report.form, service, on: today, dated, images: [...images] }
    const found = await task.run(input)
    if (found) setResult(found)
  })
  const shown = result?.pages.map(({ file }) => file) ?? []
  const checkAlso = async ({ ids, failures }: TakenSigned) => {
    setFailures(failures)
    if (ids.length > 0) await check.run([...shown, ...ids])
  }
  const take = useDeed(async (files: readonly File[]) => checkAlso(await takeSigned(view.id, files)))
  const choose = useDeed(async () => {
    const paths = await chooseImages()
    if (paths && paths.length > 0) await checkAlso(await takeSignedPaths(view.id, paths))
  })
  const { over, handlers } = useDrop({ onFiles: (files) => take.start(files) })
  const error = take.error ?? choose.error ?? check.error
  const busy = take.running || choose.running || check.running
  const sheet = report.kind === 'preparation-sheet'
  return (
    <section aria-labelledby="signed-head" className={`signed-return ${over ? 'over' : ''}`} {...handlers}>
      <h2 id="signed-head">{t('title')}</h2>
      <p className="aside">{t(sheet ? 'sheetLead' : 'lead')}</p>
      {!sheet && (
        <div className="signed-drop">
          <p>{t(over ? 'dropOver' : 'drop')}</p>
          <Button icon="plus" busy={busy} onClick={() => choose.start()}>
            {t(result ? 'more' : 'choose')}
          </Button>
        </div>
      )}
      <TaskProgress task={task} label={t('checking')} />
      {error && <FailureNote error={error} />}
      {failures.map((failure) => (
        <FailureNote key={`${failure.code} ${JSON.stringify(failure.params)}`} error={new BridgeFailure(failure)} />
      ))}
      {result && (
        <SignedResult
          result={result}
          dated={dated ?? result.dated ?? ''}
          busy={busy}
          onDated={setDated}
          onAgain={() => check.start(shown)}
          onDone={() => setResult(null)}
        />
      )}
      {!sheet && <p className="aside">{t('limits')}</p>}
    </section>
  )
}
