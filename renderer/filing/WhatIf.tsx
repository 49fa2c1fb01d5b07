import { type ReactElement, useState } from 'react'
import type { Input } from '../../preload/contract.ts'
import { type Filing, filingTypes } from '../../rules/schema.ts'
import { useAnswer } from '../calls.ts'
import { DiffView } from '../rules/DiffView.tsx'
import { useText } from '../text/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { useDesk } from './desk.ts'

const choices = [
  { name: 'province', list: 'provinces' },
  { name: 'provider', list: 'providers' },
  { name: 'filingType', list: 'filingTypes' },
] as const
type Chosen = Partial<Record<(typeof choices)[number]['name'], string>>

/** What would come, go or change elsewhere. Nothing is saved. */
export function WhatIf({ onClose }: { onClose(): void }): ReactElement {
  const { view, lists, today } = useDesk()
  const t = useText('diff')
  const common = useText('common')
  const profile = useText('profile')
  const [chosen, setChosen] = useState<Chosen>({})
  const change = changeOf(chosen, view.filing)
  const any = Object.keys(change).length > 0
  const answer = useAnswer('filing/checklist-diff', { filing: view.id, on: today, change }, { enabled: any })
  return (
    <Dialog title={t('open')} onClose={onClose} width={720} tall>
      <div className="stack">
        <p className="aside">{t('hint')}</p>
        <div className="what-if-choices">
          {choices.map(({ name, list }) => (
            <div key={name}>
              <label htmlFor={`what-if-${name}`}>{profile(name)}</label>
              <Choice
                id={`what-if-${name}`}
                value={chosen[name] ?? view.filing[name] ?? ''}
                options={lists.options(list)}
                onChange={(value) => setChosen({ ...chosen, [name]: value || undefined })}
              />
            </div>
          ))}
        </div>
        <section aria-live="polite" aria-label={t('result')}>
          {!any && <p className="aside">{t('ask')}</p>}
          {any && answer.error && <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />}
          {any && answer.isPending && <p className="aside">{common('loading')}</p>}
          {any && answer.data && <DiffView diff={answer.data} filing={view.filing} />}
        </section>
      </div>
    </Dialog>
  )
}

/** Only what is another one than in the filing. */
function changeOf({ province, provider, filingType }: Chosen, now: Filing): Input<'filing/checklist-diff'>['change'] {
  const type = filingTypes.find((one) => one === filingType)
  return {
    ...(province && province !== now.province && { province }),
    ...(provider && provider !== now.provider && { provider }),
    ...(type && type !== now.filingType && { filingType: type }),
  }
}
