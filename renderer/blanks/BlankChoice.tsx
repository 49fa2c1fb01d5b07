import { Select } from 'antd'
import type { ReactElement } from 'react'
import { ask } from '../bridge.ts'
import { refresh, useAnswer, useDeed } from '../calls.ts'
import { useDesk } from '../filing/desk.ts'
import { useWhere } from '../route.ts'
import { useText } from '../text/language.ts'
import { FailureNote } from '../ui/FailureNote.tsx'
import { onBlanks } from './library.ts'
import './blanks.css'

const ourSheet = ''
const library = 'library'

/** Whether a form is written on our own sheet or on a blank of the library; remembered for its provider. */
export function BlankChoice({ form }: { form: string }): ReactElement {
  const t = useText('blanks')
  const { view } = useDesk()
  const goToBlanks = useWhere((where) => where.goToBlanks)
  const { provider = null, province = null } = view.filing
  const blanks = useAnswer('blank/list', {})
  const chosen = useAnswer('file/chosen-blanks', { filing: view.filing })
  const choose = useDeed(async (blank: string) => {
    if (blank === library) return goToBlanks()
    await ask('blank/choose', { provider, province, form, blank: blank === ourSheet ? null : blank })
    await refresh(...onBlanks)
  })
  const fitting = (blanks.data ?? []).filter(
    (blank) =>
      blank.form === form &&
      (blank.provider === null || blank.provider === provider) &&
      (blank.province === null || blank.province === province),
  )
  const options = [
    { value: ourSheet, label: t('ours') },
    ...fitting.map(({ id, title, edition, placed }) => ({
      value: id,
      label: `${title} · ${edition}${placed === 0 ? t('notPlaced') : ''}`,
      disabled: placed === 0,
    })),
    { value: library, label: `${t('toLibrary')}…` },
  ]
  return (
    <div className="blank-choice">
      <label htmlFor="blank-choice">{t('choose')}</label>
      <Select<string>
        id="blank-choice"
        value={chosen.data?.[form] ?? ourSheet}
        options={options}
        loading={choose.running}
        popupMatchSelectWidth={false}
        style={{ minWidth: 220 }}
        onChange={(value) => choose.start(value)}
      />
      {choose.error && <FailureNote error={choose.error} />}
    </div>
  )
}
