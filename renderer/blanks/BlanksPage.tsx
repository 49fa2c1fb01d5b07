import { type ReactElement, useState } from 'react'
import type { BlankView } from '../../preload/blank-views.ts'
import { ask, BridgeFailure, chooseFile, chooseSave, reveal } from '../bridge.ts'
import { refresh, useAnswer, useDeed } from '../calls.ts'
import { fileName } from '../forms/form-view.ts'
import { shownTime } from '../home/client-view.ts'
import { useWhere } from '../route.ts'
import { type Key, useOurs, useText } from '../text/language.ts'
import { useToday } from '../today.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Icon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { tell } from '../ui/notices.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { BlankDialog } from './BlankDialog.tsx'
import { onBlanks } from './library.ts'
import './blanks.css'

/** 空白表库: the blanks of providers and provinces, for all clients. */
export function BlanksPage(): ReactElement {
  const t = useText('blanks')
  const leave = useWhere((where) => where.leaveBlanks)
  const blanks = useAnswer('blank/list', {})
  const [taking, setTaking] = useState<string | null>(null)
  const choose = useDeed(async () => setTaking(await chooseFile('blank')))
  const imported = useImport()
  useShortcuts({ n: () => choose.start() })
  const all = blanks.data ?? []
  const takeIn = (
    <Button kind="primary" icon="plus" onClick={() => choose.start()}>
      {t('takeIn')}
    </Button>
  )
  return (
    <PageFrame
      title={t('title')}
      onBack={leave}
      aside={
        <>
          <Button icon="import" busy={imported.running} onClick={() => imported.choose()}>
            {t('importFile')}
          </Button>
          {all.length > 0 && takeIn}
        </>
      }
    >
      <main id="main" tabIndex={-1} className="page" aria-label={t('title')}>
        <div className="column stack">
          {blanks.error && <FailureNote error={blanks.error} onRetry={() => void blanks.refetch()} />}
          {imported.error && (
            <FailureNote error={imported.error}>
              {imported.replace && (
                <Button small onClick={imported.replace}>
                  {t('replace')}
                </Button>
              )}
            </FailureNote>
          )}
          {all.length > 0 && <p className="aside">{t('hint')}</p>}
          {blanks.data && all.length === 0 && (
            <div className="card">
              <EmptyState icon="blank" title={t('empty')} action={takeIn}>
                {t('emptyWhy')}
              </EmptyState>
            </div>
          )}
          {all.length > 0 && (
            <ul className="card rows" aria-label={t('title')}>
              {all.map((blank) => (
                <BlankRow key={blank.id} blank={blank} />
              ))}
            </ul>
          )}
        </div>
      </main>
      {taking !== null && <BlankDialog path={taking} onClose={() => setTaking(null)} />}
    </PageFrame>
  )
}

const kinds: Record<BlankView['kind'], Key<'blanks'>> = {
  flat: 'kindFlat',
  form: 'kindForm',
  word: 'kindWord',
  picture: 'kindPicture',
}

function BlankRow({ blank }: { blank: BlankView }): ReactElement {
  const t = useText('blanks')
  const ours = useOurs()
  const today = useToday()
  const goToBlank = useWhere((where) => where.goToBlank)
  const catalog = useAnswer('catalog/get', {})
  const [dialog, setDialog] = useState<'describe' | 'remove' | null>(null)
  const exported = useExport(blank)
  const remove = useDeed(async () => {
    await ask('blank/remove', { blank: blank.id })
    await refresh(...onBlanks)
    tell(t('removed', { title: blank.title }))
  })
  const provider = catalog.data?.providers.find(({ id }) => id === blank.provider)?.title
  const province = catalog.data?.provinces.find(({ code }) => code === blank.province)?.title
  const facts = [
    provider ? ours(provider) : t('anyProvider'),
    province ? ours(province) : t('anyProvince'),
    blank.edition,
    t(kinds[blank.kind]),
    t('pages', { count: blank.pages }),
    t('since', { day: shownTime(blank.createdAt, today).day }),
  ]
  return (
    <li className="blank-row">
      <button type="button" className="lead-row" onClick={() => goToBlank(blank.id)}>
        <Icon name="blank" size={20} />
        <span className="task-text">
          <span className="task-title">{blank.title}</span>
          <span className="aside">{facts.join(' · ')}</span>
        </span>
        <span className={blank.placed === 0 ? 'lead-open' : 'aside'}>
          {t('placed', { placed: blank.placed, count: blank.fields })}
        </span>
        <Icon name="chevron" size={16} />
      </button>
      <Menu
        name={t('more', { title: blank.title })}
        lines={[
          { key: 'place', label: t('place'), icon: 'pencil', run: () => goToBlank(blank.id) },
          { key: 'describe', label: t('describe'), icon: 'document', run: () => setDialog('describe') },
          { key: 'export', label: t('export'), icon: 'export', run: () => exported.start() },
          { key: 'remove', label: t('remove'), icon: 'trash', danger: true, run: () => setDialog('remove') },
        ]}
      />
      {exported.error && <FailureNote error={exported.error} />}
      {dialog === 'describe' && <BlankDialog blank={blank} onClose={() => setDialog(null)} />}
      {dialog === 'remove' && (
        <ConfirmDialog
          title={t('removeTitle', { title: blank.title })}
          action={t('remove')}
          danger
          busy={remove.running}
          error={remove.error}
          onConfirm={() => remove.start()}
          onClose={() => setDialog(null)}
        >
          {t('removeWhy')}
        </ConfirmDialog>
      )}
    </li>
  )
}

function useExport({ id, title }: BlankView) {
  const t = useText('blanks')
  return useDeed(async () => {
    const out = await chooseSave('blank-bundle', `${fileName(title)}.beiqiblank`)
    if (out === null) return
    await ask('blank/export', { blank: id, out })
    tell(t('exported', { path: out }), { action: { label: t('open'), run: () => void reveal(out) } })
  })
}

/** A bundle or a map; places that are there already are replaced only when the person says so. */
function useImport() {
  const t = useText('blanks')
  const on = useToday()
  const take = useDeed(async ({ path, replace }: { path: string; replace: boolean }) => {
    const { title } = await ask('blank/import', { path, replace, on })
    await refresh(...onBlanks)
    tell(t('imported', { title }))
  })
  const choice = useDeed(async () => {
    const path = await chooseFile('blank-bundle')
    if (path !== null) take.start({ path, replace: false })
  })
  const { error, given } = take
  const isThere = error instanceof BridgeFailure && error.failure.code === 'blank.has-places'
  return {
    running: take.running || choice.running,
    error: choice.error ?? error,
    choose: () => choice.start(),
    replace: isThere && given ? () => take.start({ ...given, replace: true }) : null,
  }
}
