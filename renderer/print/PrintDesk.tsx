import { Checkbox, Radio } from 'antd'
import { type ReactElement, useState } from 'react'
import type { Output } from '../../preload/contract.ts'
import { ask, chooseSave, reveal } from '../bridge.ts'
import { useDeed } from '../calls.ts'
import { useText } from '../text/language.ts'
import { useToday } from '../today.ts'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { tell } from '../ui/notices.ts'
import { TaskProgress } from '../ui/TaskProgress.tsx'
import { firstPage, inOrder, type Order } from './arrangement.ts'
import { PagePane } from './PagePane.tsx'
import { PaperList } from './PaperList.tsx'
import { useArrangement, type usePrintRun } from './print-run.ts'
import { usePrinting } from './printing.ts'

interface PrintDeskProps {
  prepared: Output<'print/prepare'>
  run: ReturnType<typeof usePrintRun>
}

/** On the left what is printed how often, on the right how it looks. */
export function PrintDesk({ prepared: { run, papers }, run: desk }: PrintDeskProps): ReactElement {
  const t = useText('print')
  const { sheets, setSheets, extras, setExtras } = desk
  const { pages, version, stale, error, task } = useArrangement(run, sheets, extras)
  const [order, setOrder] = useState<Order>('by-client')
  const [page, setPage] = useState(0)
  const at = Math.min(page, Math.max(0, pages.length - 1))
  const ready = !stale && pages.length > 0
  const show = (paper: number) => setPage(firstPage(pages, paper) ?? at)
  return (
    <div className="print-body">
      <main id="main" tabIndex={-1} className="page print-side" aria-label={t('papers')}>
        <Actions run={run} pages={pages.length} ready={ready} />
        {error !== null && <FailureNote error={error} />}
        <TaskProgress task={task} label={t('arranging')} />
        <p className="aside">{t('why')}</p>
        <div className="print-options">
          <Checkbox
            checked={extras.testPage}
            onChange={(event) => setExtras({ ...extras, testPage: event.target.checked })}
          >
            {t('testPage')}
            <span className="aside">{t('testPageHint')}</span>
          </Checkbox>
          <Checkbox checked={extras.scale} onChange={(event) => setExtras({ ...extras, scale: event.target.checked })}>
            {t('scale')}
            <span className="aside">{t('scaleHint')}</span>
          </Checkbox>
        </div>
        <div className="print-head">
          <h2>{t('papers')}</h2>
          <Radio.Group
            aria-label={t('order')}
            optionType="button"
            size="small"
            value={order}
            onChange={(event) => {
              const next = event.target.value as Order
              setOrder(next)
              setSheets(inOrder(sheets, papers, next))
            }}
            options={[
              { value: 'by-client', label: t('byClient') },
              { value: 'by-paper', label: t('byPaper') },
            ]}
          />
        </div>
        <p className="aside figures" role="status">
          {t('total', { pages: pages.length, papers: sheets.reduce((sum, { copies }) => sum + copies, 0) })}
        </p>
        <PaperList
          papers={papers}
          sheets={sheets}
          shown={pages[at]?.paper ?? null}
          onSheets={setSheets}
          onShow={show}
        />
      </main>
      <aside className="form-preview print-preview" aria-label={t('preview')}>
        {pages.length > 0 && <PagePane run={run} version={version} pages={pages} page={at} onPage={setPage} />}
      </aside>
    </div>
  )
}

function Actions({ run, pages, ready }: { run: string; pages: number; ready: boolean }): ReactElement {
  const t = useText('print')
  const today = useToday()
  const printing = usePrinting(run)
  const save = useDeed(async () => {
    const out = await chooseSave('pdf', `${t('fileName', { day: today.replaceAll('-', '') })}.pdf`)
    if (out === null) return
    const written = await ask('print/save', { run, out })
    tell(t('saved', { path: written.out }), { action: { label: t('show'), run: () => void reveal(written.out) } })
  })
  return (
    <>
      <div className="row">
        <Button
          kind="primary"
          icon="printer"
          disabled={!ready}
          busy={printing.running}
          onClick={() => printing.start(pages)}
        >
          {t('print')}
        </Button>
        <Button icon="document" disabled={!ready} busy={save.running} onClick={() => save.start()}>
          {t('save')}
        </Button>
      </div>
      <TaskProgress task={printing.task} label={t('sending')} />
      {[printing.error, save.error].map((error) => error && <FailureNote key={error.message} error={error} />)}
    </>
  )
}
