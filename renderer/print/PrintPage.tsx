import { type ReactElement, useState } from 'react'
import { ChooseFilings } from '../home/ChooseFilings.tsx'
import { useWhere } from '../route.ts'
import { useText } from '../text/language.ts'
import { useToday } from '../today.ts'
import { FailureNote } from '../ui/FailureNote.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TaskProgress } from '../ui/TaskProgress.tsx'
import { PrintDesk } from './PrintDesk.tsx'
import { usePrintRun } from './print-run.ts'
import './print.css'

/** The engine keeps the papers of a run in memory. */
const mostFilings = 500

/** Papers of one filing, or of filings of several clients, in one run. `of`: the filing that it was opened from. */
export function PrintPage({ of }: { of: string | null }): ReactElement {
  const t = useText('print')
  const leave = useWhere((where) => where.leavePrint)
  const [filings, setFilings] = useState<readonly string[] | null>(of === null ? null : [of])
  const back = () => (of === null && filings !== null ? setFilings(null) : leave())
  return (
    <PageFrame title={t('title')} onBack={back}>
      {filings === null ? (
        <ChooseFilings
          title={t('choose')}
          hint={t('chooseHint')}
          most={{ count: mostFilings, tooMany: t('tooMany', { count: mostFilings }) }}
          onChosen={setFilings}
        />
      ) : (
        <PrintRun filings={filings} onBack={back} />
      )}
    </PageFrame>
  )
}

function PrintRun({ filings, onBack }: { filings: readonly string[]; onBack(): void }): ReactElement {
  const t = useText('print')
  const run = usePrintRun(filings, useToday(), onBack)
  const { prepared, preparing, error } = run
  if (prepared && prepared.papers.length > 0) return <PrintDesk prepared={prepared} run={run} />
  return (
    <main id="main" tabIndex={-1} className="page narrow">
      <TaskProgress task={preparing} label={t('preparing')} />
      {error !== null && <FailureNote error={error} />}
      {prepared && <p>{t('nothing')}</p>}
    </main>
  )
}
