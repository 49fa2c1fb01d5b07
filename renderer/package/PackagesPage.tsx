import { type ReactElement, useState } from 'react'
import type { BatchResult } from '../../preload/views.ts'
import { chooseFolder } from '../bridge.ts'
import { useDeed } from '../calls.ts'
import { ChooseFilings } from '../home/ChooseFilings.tsx'
import { useWhere } from '../route.ts'
import { useTask } from '../tasks.ts'
import { useLanguage, useText } from '../text/language.ts'
import { useToday } from '../today.ts'
import { FailureNote } from '../ui/FailureNote.tsx'
import { tell } from '../ui/notices.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TaskProgress } from '../ui/TaskProgress.tsx'
import { BatchResultView } from './BatchResultView.tsx'
import { folderIn } from './package-view.ts'
import './package.css'

const mostFilings = 10_000

/** The packages of several clients' filings, made in one run. */
export function PackagesPage(): ReactElement {
  const t = useText('output')
  const leave = useWhere((where) => where.goHome)
  const language = useLanguage()
  const on = useToday()
  const task = useTask('package/write-all')
  const [result, setResult] = useState<BatchResult | null>(null)
  const write = useDeed(async (filings: string[]) => {
    const folder = await chooseFolder()
    if (folder === null) return
    const out = folderIn(folder, t('severalName', { day: on.replaceAll('-', '') }))
    const made = await task.run({ filings, out, on, language })
    if (made) setResult(made)
    else tell(t('stopped'))
  })
  const back = () => (write.running ? task.cancel() : result ? setResult(null) : leave())
  return (
    <PageFrame title={t('title')} onBack={back}>
      {write.error && <FailureNote error={write.error} />}
      <TaskProgress task={task} label={t('working')} />
      {result ? (
        <BatchResultView result={result} />
      ) : (
        !task.running && (
          <ChooseFilings
            title={t('choose')}
            hint={t('chooseHint')}
            most={{ count: mostFilings, tooMany: t('tooMany', { count: mostFilings }) }}
            onChosen={write.start}
          />
        )
      )}
    </PageFrame>
  )
}
