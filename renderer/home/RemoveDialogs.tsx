import type { ReactElement } from 'react'
import type { ClientView } from '../../preload/client-views.ts'
import { ask } from '../bridge.ts'
import { refresh, useDeed } from '../calls.ts'
import { useText } from '../text/language.ts'
import { ConfirmDialog } from '../ui/Dialog.tsx'
import { tell } from '../ui/notices.ts'
import type { FilingLine } from './client-view.ts'

/** A client goes with everything that belongs to it: only after its name is typed. The sample goes with one click. */
export function RemoveClient({ client, onClose }: { client: ClientView; onClose(): void }): ReactElement {
  const t = useText('home')
  const remove = useDeed(async () => {
    await ask('client/remove', { client: client.id })
    await refresh('client/list')
    tell(t('removed', { name: client.name }))
    onClose()
  })
  return (
    <ConfirmDialog
      title={client.sample ? t('removeSample') : t('removeClient')}
      action={client.sample ? t('removeSample') : t('removeClient')}
      {...(!client.sample && { word: client.name })}
      danger
      busy={remove.running}
      error={remove.error}
      onConfirm={() => remove.start()}
      onClose={onClose}
    >
      {t('removeClientWhy', { name: client.name, count: client.filings.length })}
    </ConfirmDialog>
  )
}

export function RemoveFiling({ line, onClose }: { line: FilingLine; onClose(): void }): ReactElement {
  const t = useText('home')
  const filing = useText('filing')
  const name = line.title || filing('noTitle')
  const { sample } = line.client
  const remove = useDeed(async () => {
    if (sample) await ask('client/remove', { client: line.client.id })
    else await ask('filing/remove', { filing: line.id })
    await refresh('client/list')
    tell(t('removed', { name }))
    onClose()
  })
  return (
    <ConfirmDialog
      title={sample ? t('removeSample') : t('removeFiling')}
      action={sample ? t('removeSample') : t('removeFiling')}
      {...(!sample && { word: name })}
      danger
      busy={remove.running}
      error={remove.error}
      onConfirm={() => remove.start()}
      onClose={onClose}
    >
      {t('removeFilingWhy', { name })}
    </ConfirmDialog>
  )
}
