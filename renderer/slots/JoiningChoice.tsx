import { Checkbox, Segmented } from 'antd'
import type { ReactElement } from 'react'
import type { SlotView } from '../../preload/views.ts'
import type { Layout } from '../../rules/joining.ts'
import { useDeed } from '../calls.ts'
import { useDesk } from '../filing/desk.ts'
import { saveFiling } from '../filing/save.ts'
import { useText } from '../text/language.ts'
import { FailureNote } from '../ui/FailureNote.tsx'
import { type JoiningPart, joiningOf, withJoining } from './joining.ts'

const layouts: readonly Layout[] = ['column', 'row', 'grid', 'a4']
/** In pixels of the joined picture; null: as the program does it. */
const gaps: readonly (number | null)[] = [null, 0, 40, 80]

/** How the pictures of this upload place become one file; it is kept with the filing. */
export function JoiningChoice({ slot, count }: { slot: SlotView; count: number }): ReactElement {
  const t = useText('slots')
  const { view } = useDesk()
  const save = useDeed((part: JoiningPart) => saveFiling(view.id, (filing) => withJoining(filing, slot.id, part)))
  // What was just chosen is shown at once, not when the picture is joined that way.
  const now = { ...joiningOf(view.filing, slot.id), ...(save.running && save.given) }
  const shownGaps = gaps.includes(now.gap) ? gaps : [...gaps, now.gap]
  return (
    <div className="joining-choice">
      <span className="joining-part">
        <span className="aside">{t('layout')}</span>
        <Segmented<Layout>
          aria-label={t('layout')}
          value={now.layout}
          onChange={(layout) => save.start({ layout })}
          options={layouts.map((value) => ({ value, label: t(value) }))}
        />
      </span>
      {count > 1 && (
        <span className="joining-part">
          <span className="aside">{t('gap')}</span>
          <Segmented<string>
            aria-label={t('gap')}
            value={String(now.gap)}
            onChange={(next) => save.start({ gap: next === 'null' ? null : Number(next) })}
            options={shownGaps.map((gap) => ({
              value: String(gap),
              label: gap === null ? t('gapUsual') : gap === 0 ? t('gapNone') : t('gapPixels', { gap }),
            }))}
          />
        </span>
      )}
      <Checkbox checked={now.captions} onChange={(event) => save.start({ captions: event.target.checked })}>
        {t('captions')}
      </Checkbox>
      {count > 1 && <span className="aside">{t('orderHint')}</span>}
      {save.error && <FailureNote error={save.error} />}
    </div>
  )
}
