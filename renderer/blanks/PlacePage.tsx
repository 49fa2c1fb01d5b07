import { type ReactElement, useEffect, useState } from 'react'
import type { BlankDetail } from '../../preload/blank-views.ts'
import { ask } from '../bridge.ts'
import { refresh, useAnswer, useDeed } from '../calls.ts'
import { filingOf, useWhere } from '../route.ts'
import { useText } from '../text/language.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { tell } from '../ui/notices.ts'
import { useShortcuts } from '../ui/shortcuts.ts'
import { Brand, TopBar } from '../ui/TopBar.tsx'
import { onBlanks } from './library.ts'
import { PlaceStage } from './PlaceStage.tsx'
import { PlacingPanel } from './PlacingPanel.tsx'
import { placesNow, usePlacing } from './place-store.ts'
import { ServiceChoice } from './ServiceChoice.tsx'
import './placing.css'

/** One blank: its pages, and where on them each field is written. Nothing is kept before 保存. */
export function PlacePage({ id }: { id: string }): ReactElement {
  const detail = useAnswer('blank/get', { blank: id })
  const begin = usePlacing((placing) => placing.begin)
  const [ready, setReady] = useState<BlankDetail | null>(null)
  useEffect(() => {
    if (!detail.data || ready) return
    begin(detail.data.places)
    setReady(detail.data)
  }, [detail.data, ready, begin])
  return (
    <>
      <TopBar>
        <Brand />
      </TopBar>
      {detail.error && (
        <main id="main" tabIndex={-1} className="page narrow">
          <FailureNote error={detail.error} onRetry={() => void detail.refetch()} />
        </main>
      )}
      {ready && detail.data && <OpenBlank detail={{ ...detail.data, places: ready.places }} />}
    </>
  )
}

function OpenBlank({ detail }: { detail: BlankDetail }): ReactElement {
  const t = useText('blanks')
  const { view } = detail
  const leave = useWhere((where) => where.leaveBlanks)
  const [leaving, setLeaving] = useState(false)
  const [preview, setPreview] = useState(false)
  const [page, setPage] = useState(0)
  const placing = usePlacing()
  const { at, history, field, selected, jump, pick, select } = placing
  const [saved, setSaved] = useState({ places: detail.places, revision: view.revision })
  const places = placesNow(placing)
  const changed = JSON.stringify(places) !== JSON.stringify(saved.places)
  const save = useDeed(async () => {
    const kept = await ask('blank/place', { blank: view.id, revision: saved.revision, places })
    setSaved({ places, revision: kept.revision })
    await refresh(...onBlanks)
    tell(t('saved'))
  })
  useEffect(() => document.getElementById('main')?.focus({ preventScroll: true }), [])
  const back = () => (changed ? setLeaving(true) : leave())
  const undo = () => jump(at - 1)
  const redo = () => jump(at + 1)
  useShortcuts({
    Escape: selected !== null ? () => select(null) : field !== null ? () => pick(null) : back,
    'Ctrl+z': undo,
    'Ctrl+y': redo,
    'Ctrl+s': () => changed && save.start(),
    p: () => setPreview(!preview),
  })
  const filing = useWhere((where) => filingOf(where.route))
  const [service, setService] = useState(0)
  return (
    <div className="placing">
      <div className="page-head">
        <IconButton icon="back" name={t('title')} onClick={back} />
        <h1>{view.title}</h1>
        <div className="page-head-aside">
          {preview && filing !== null && <ServiceChoice filing={filing} service={service} onChange={setService} />}
          <IconButton icon="undo" name={t('undo')} disabled={at === 0} onClick={undo} />
          <IconButton icon="redo" name={t('redo')} disabled={at === history.length - 1} onClick={redo} />
          <Button icon="eye" kind={preview ? 'primary' : 'default'} onClick={() => setPreview(!preview)}>
            {t(filing === null ? 'previewNames' : 'preview')}
          </Button>
          <Button kind="primary" disabled={!changed} busy={save.running} onClick={() => save.start()}>
            {t('save')}
          </Button>
        </div>
      </div>
      {save.error && <FailureNote error={save.error} />}
      <div className="placing-body">
        <PlaceStage detail={detail} page={page} onPage={setPage} preview={preview ? { filing, service } : null} />
        <PlacingPanel detail={detail} page={page} onPage={setPage} />
      </div>
      {leaving && (
        <ConfirmDialog
          title={t('unsaved')}
          action={t('leave')}
          danger
          onConfirm={leave}
          onClose={() => setLeaving(false)}
        >
          {t('unsavedWhy')}
        </ConfirmDialog>
      )}
    </div>
  )
}
