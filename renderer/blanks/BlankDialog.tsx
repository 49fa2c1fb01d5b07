import { Input } from 'antd'
import { type ReactElement, type ReactNode, useId, useState } from 'react'
import type { BlankView } from '../../preload/blank-views.ts'
import { ask } from '../bridge.ts'
import { refresh, useAnswer, useDeed } from '../calls.ts'
import { useWhere } from '../route.ts'
import { useTask } from '../tasks.ts'
import { useOurs, useText } from '../text/language.ts'
import { useToday } from '../today.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { tell } from '../ui/notices.ts'
import { TaskProgress } from '../ui/TaskProgress.tsx'
import { onBlanks } from './library.ts'
import { SheetCorners } from './SheetCorners.tsx'
import { useSheet } from './sheet.ts'

type DialogProps = { onClose(): void } & ({ path: string; blank?: never } | { blank: BlankView; path?: never })

/** What is to be known of a blank: when it comes in, and later when some of it was wrong. */
export function BlankDialog({ path, blank, onClose }: DialogProps): ReactElement {
  const t = useText('blanks')
  const common = useText('common')
  const ours = useOurs()
  const id = useId()
  const on = useToday()
  const goToBlank = useWhere((where) => where.goToBlank)
  const lists = useLists()
  const [form, setForm] = useState<string>(blank?.form ?? '')
  const [title, setTitle] = useState(blank?.title ?? '')
  const [edition, setEdition] = useState(blank?.edition ?? '')
  const [provider, setProvider] = useState(blank?.provider ?? '')
  const [province, setProvince] = useState(blank?.province ?? '')
  const [missing, setMissing] = useState(false)
  const { sheet, ...paper } = useSheet(path)
  const task = useTask('blank/take-in')
  const save = useDeed(async () => {
    const whose = { title, edition, provider: provider || null, province: province || null }
    if (blank) {
      await ask('blank/describe', { blank: blank.id, revision: blank.revision, ...whose })
      await refresh(...onBlanks)
      return onClose()
    }
    const taken = await task.run({ path, form, ...whose, corners: paper.chosen, on })
    if (!taken) return
    await refresh(...onBlanks)
    onClose()
    tell(t('takenIn', { title: taken.title }))
    goToBlank(taken.id)
  })
  const send = () => {
    const whole = form !== '' && title.trim() !== '' && edition.trim() !== ''
    setMissing(!whole)
    if (whole && !paper.crossing) save.start()
  }
  const chooseForm = (chosen: string) => {
    setForm(chosen)
    const found = lists.forms.find(({ value }) => value === chosen)
    if (title === '' || lists.forms.some(({ label }) => label === title)) setTitle(found?.label ?? '')
  }
  return (
    <Dialog
      title={t(blank ? 'describe' : 'takeIn')}
      onClose={onClose}
      width={sheet ? 'min(940px, 94vw)' : 480}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button kind="primary" busy={save.running} disabled={paper.crossing} onClick={send}>
            {t(blank ? 'save' : 'takeIn')}
          </Button>
        </>
      }
    >
      <div className={sheet ? 'blank-beside' : ''}>
        <div className="stack">
          {path && <p className="aside">{path.split(/[\\/]/).at(-1)}</p>}
          <Line id={`${id}-form`} label={t('form')}>
            {blank ? (
              <p>{ours(blank.formTitle)}</p>
            ) : (
              <Choice id={`${id}-form`} value={form} options={lists.forms} onChange={chooseForm} />
            )}
          </Line>
          <Line id={`${id}-title`} label={t('name')}>
            <Input id={`${id}-title`} value={title} maxLength={100} onChange={({ target }) => setTitle(target.value)} />
          </Line>
          <Line id={`${id}-edition`} label={t('edition')} hint={t('editionHint')}>
            <Input
              id={`${id}-edition`}
              value={edition}
              maxLength={100}
              onChange={({ target }) => setEdition(target.value)}
              onPressEnter={(event) => !event.nativeEvent.isComposing && send()}
            />
          </Line>
          <Line id={`${id}-provider`} label={t('provider')}>
            <Choice
              id={`${id}-provider`}
              value={provider}
              options={lists.providers}
              placeholder={t('anyProvider')}
              onChange={setProvider}
            />
          </Line>
          <Line id={`${id}-province`} label={t('province')}>
            <Choice
              id={`${id}-province`}
              value={province}
              options={lists.provinces}
              placeholder={t('anyProvince')}
              onChange={setProvince}
            />
          </Line>
          {missing && <p className="field-error">{t('missing')}</p>}
          <TaskProgress task={task} label={t('takingIn')} />
          <Failed error={save.error ?? paper.error} />
          <p className="aside" role="status">
            {paper.looking ? t('looking') : ''}
          </p>
        </div>
        {sheet && <SheetCorners sheet={sheet} corners={paper.corners} onChange={paper.setCorners} />}
      </div>
    </Dialog>
  )
}

function Failed({ error }: { error: Error | null }): ReactElement | null {
  return error && <FailureNote error={error} />
}

function Line(props: { id: string; label: string; hint?: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <label htmlFor={props.id}>{props.label}</label>
      {props.children}
      {props.hint && <p className="aside">{props.hint}</p>}
    </div>
  )
}

function useLists() {
  const ours = useOurs()
  const forms = useAnswer('form/list', {})
  const catalog = useAnswer('catalog/get', {})
  return {
    forms: (forms.data ?? []).map(({ id, title }) => ({ value: id, label: ours(title) })),
    providers: (catalog.data?.providers ?? []).map(({ id, title }) => ({ value: id, label: ours(title) })),
    provinces: (catalog.data?.provinces ?? []).map(({ code, title }) => ({ value: code, label: ours(title) })),
  }
}
