import { type ReactElement, type ReactNode, useState } from 'react'
import type { PackageResult } from '../../preload/views.ts'
import { chooseFolder, chooseSave } from '../bridge.ts'
import { useDeed } from '../calls.ts'
import { subjectName, useDesk } from '../filing/desk.ts'
import { PageHead } from '../filing/PageHead.tsx'
import { openCounts } from '../filing/tasks-view.ts'
import { fileName } from '../forms/form-view.ts'
import { useTask } from '../tasks.ts'
import { useLanguage, useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { InSight } from '../ui/InSight.tsx'
import { Icon } from '../ui/icons.tsx'
import { tell } from '../ui/notices.ts'
import { TaskProgress } from '../ui/TaskProgress.tsx'
import { ExportResult } from './ExportResult.tsx'
import { LeftOut } from './LeftOut.tsx'
import { asZip, folderIn, keptBeside, openKind } from './package-view.ts'
import { SlotCheck } from './SlotCheck.tsx'
import { Watermarks } from './Watermarks.tsx'
import './package.css'

/** Before: what will be in it and what is missing. During: progress. After: every file, and where they are. */
export function ExportPage(): ReactElement {
  const t = useText('output')
  const language = useLanguage()
  const { view, today } = useDesk()
  const task = useTask('package/write')
  const [result, setResult] = useState<PackageResult | null>(null)
  const [keep, setKeep] = useState(false)
  const [kept, setKept] = useState<string | null>(null)
  const name = fileName(t('fileName', { name: subjectName(view), day: today.replaceAll('-', '') }))
  const write = useDeed(async (kind: 'folder' | 'zip') => {
    const out = await whereTo(kind, name)
    if (out === null) return
    setResult(null)
    const keepCopies = keep ? keptBeside(out, (own) => t('keepName', { name: own })) : null
    const made = await task.run({ filing: view.id, out, on: today, language, keepCopies })
    setKept(made ? keepCopies : null)
    if (made) setResult(made)
    tell(t(made ? 'done' : 'cancelled'))
  })
  return (
    <div className="export-page">
      <PageHead title={t('title')} />
      <main id="main" tabIndex={-1} className="page">
        <div className="column stack">
          {result ? (
            <InSight>
              <ExportResult result={result} kept={kept} />
            </InSight>
          ) : (
            <Before>
              <Watermarks keep={keep} onKeep={setKeep} />
            </Before>
          )}
          <div className="row">
            <Button
              kind={result ? 'default' : 'primary'}
              icon="folder"
              disabled={write.running}
              onClick={() => write.start('folder')}
            >
              {t('folder')}
            </Button>
            <Button icon="document" disabled={write.running} onClick={() => write.start('zip')}>
              {t('zip')}
            </Button>
          </div>
          <TaskProgress task={task} label={t('working')} />
          {write.error && (
            <InSight>
              <FailureNote error={write.error} />
            </InSight>
          )}
        </div>
      </main>
    </div>
  )
}

async function whereTo(kind: 'folder' | 'zip', name: string): Promise<string | null> {
  if (kind === 'zip') {
    const path = await chooseSave('zip', `${name}.zip`)
    return path && asZip(path)
  }
  const folder = await chooseFolder()
  return folder && folderIn(folder, name)
}

function Before({ children }: { children: ReactNode }): ReactElement {
  const t = useText('output')
  const { tasks, checklist, findings, checks } = useDesk()
  const { missing, blockers: refused } = openCounts(tasks, findings)
  const running = checks.some(({ waiting }) => waiting)
  const open = openKind(missing, refused)
  return (
    <>
      <p className="aside">{t('intro')}</p>
      {checklist && (
        <p className={`export-open ${open ? 'open' : ''}`}>
          <Icon name={open ? 'info' : running ? 'clock' : 'check'} />
          {open ? t(`open${open}`, { missing, refused }) : t(running ? 'checking' : 'ready')}
        </p>
      )}
      <LeftOut />
      <SlotCheck slots={checks} />
      {children}
    </>
  )
}
