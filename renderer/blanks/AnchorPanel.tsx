import { Segmented, Select } from 'antd'
import { type ReactElement, useId } from 'react'
import type { BlankDetail, BlankField } from '../../preload/blank-views.ts'
import type { Anchor } from '../../rules/anchor-map.ts'
import { useAnswer } from '../calls.ts'
import { NumberBox } from '../editor/NumberBox.tsx'
import { type Key, useOurs, useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { placesNow, usePlacing, withAnchor } from './place-store.ts'
import { kept, type PageSize, rowsBelow } from './placing.ts'

/** Everything about the selected place that the pointer cannot say. */
export function AnchorPanel({ detail, page }: { detail: BlankDetail; page: number }): ReactElement | null {
  const t = useText('blanks')
  const ours = useOurs()
  const placing = usePlacing()
  const { selected, commit, select } = placing
  const places = placesNow(placing)
  const anchor = selected === null ? undefined : places.anchors[selected]
  const field = detail.fields.find(({ id }) => id === anchor?.field)
  const size = detail.pages[anchor?.page ?? page]
  if (!anchor || selected === null || !field || !size) return null
  const change = (next: Anchor) => commit(withAnchor(places, selected, next))
  const remove = () => {
    select(null)
    commit(withAnchor(places, selected, null))
  }
  const addRows = (rows: readonly Anchor[]) => commit({ ...places, anchors: [...places.anchors, ...rows] })
  return (
    <section aria-labelledby="placing-selected" className="anchor-panel">
      <h2 id="placing-selected">{ours(field.title)}</h2>
      <p className="aside">{t('unit')}</p>
      <Numbers anchor={anchor} size={size} onChange={change} />
      {field.kind !== 'hand' && <Look anchor={anchor} onChange={change} />}
      {field.kind !== 'hand' && <Kind anchor={anchor} field={field} onChange={change} />}
      {anchor.row !== undefined && (
        <Rows anchor={anchor} field={field} size={size} blank={detail.view.id} onChange={change} onRows={addRows} />
      )}
      <Button icon="trash" onClick={remove}>
        {t('delete')}
      </Button>
    </section>
  )
}

interface PartProps {
  anchor: Anchor
  onChange(next: Anchor): void
}

function Numbers({ anchor, size, onChange }: PartProps & { size: PageSize }): ReactElement {
  const t = useText('blanks')
  const id = useId()
  const parts = ['x', 'y', 'width', 'height'] as const
  return (
    <div className="anchor-numbers">
      {parts.map((part) => (
        <div key={part}>
          <label htmlFor={`${id}-${part}`}>{t(part)}</label>
          <NumberBox
            id={`${id}-${part}`}
            value={anchor[part]}
            min={0}
            max={part === 'x' || part === 'width' ? size.width : size.height}
            step={0.25}
            onChange={(value) => onChange({ ...anchor, ...kept({ ...anchor, [part]: value }, size) })}
          />
        </div>
      ))}
    </div>
  )
}

/** Type size and where the text lies in its place; a box to tick has neither. */
function Look({ anchor, onChange }: PartProps): ReactElement | null {
  const t = useText('blanks')
  const id = useId()
  if (anchor.ticks) return null
  const choices = <Word extends Key<'blanks'>>(words: readonly Word[]) =>
    words.map((word) => ({ value: word, label: t(word) }))
  return (
    <>
      <div className="anchor-line">
        <label htmlFor={`${id}-size`}>{t('size')}</label>
        <NumberBox
          id={`${id}-size`}
          value={anchor.size}
          min={6}
          max={36}
          step={0.5}
          onChange={(size) => onChange({ ...anchor, size, minSize: Math.min(anchor.minSize, size) })}
        />
      </div>
      {anchor.boxes === undefined && (
        <>
          <div className="anchor-line">
            <span>{t('align')}</span>
            <Segmented
              size="small"
              aria-label={t('align')}
              value={anchor.align}
              options={choices(['left', 'center', 'right'])}
              onChange={(align) => onChange({ ...anchor, align })}
            />
          </div>
          <div className="anchor-line">
            <span>{t('valign')}</span>
            <Segmented
              size="small"
              aria-label={t('valign')}
              value={anchor.valign}
              options={choices(['top', 'middle'])}
              onChange={(valign) => onChange({ ...anchor, valign })}
            />
          </div>
        </>
      )}
    </>
  )
}

/** What is written there: a text, one character a box, a tick, or a row of domains. */
function Kind({ anchor, field, onChange }: PartProps & { field: BlankField }): ReactElement {
  const t = useText('blanks')
  const id = useId()
  const { boxes: _boxes, ticks: _ticks, row: _row, column: _column, ...plain } = anchor
  const setTicks = (ticks: string[]) => onChange(ticks.length > 0 ? { ...plain, ticks } : plain)
  const [column] = field.columns
  return (
    <>
      <div className="anchor-line">
        <label htmlFor={`${id}-boxes`} title={t('boxesHint')}>
          {t('boxes')}
        </label>
        <NumberBox
          id={`${id}-boxes`}
          value={anchor.boxes ?? 0}
          min={0}
          max={100}
          onChange={(boxes) => onChange(boxes > 0 ? { ...plain, boxes } : plain)}
        />
      </div>
      {field.kind === 'text' && (
        <div className="anchor-block">
          <label htmlFor={`${id}-ticks`}>{t('ticks')}</label>
          <Select<string[]>
            id={`${id}-ticks`}
            mode="tags"
            value={[...(anchor.ticks ?? [])]}
            options={field.options.map((option) => ({ value: option, label: option }))}
            style={{ width: '100%' }}
            onChange={setTicks}
          />
        </div>
      )}
      {column && (
        <div className="anchor-line">
          <label htmlFor={`${id}-row`}>{t('row')}</label>
          <NumberBox
            id={`${id}-row`}
            value={anchor.row === undefined ? 0 : anchor.row + 1}
            min={0}
            max={200}
            onChange={(row) =>
              onChange(row > 0 ? { ...plain, row: row - 1, column: anchor.column ?? column.id } : plain)
            }
          />
        </div>
      )}
    </>
  )
}

interface RowsProps extends PartProps {
  field: BlankField
  size: PageSize
  blank: string
  onRows(rows: readonly Anchor[]): void
}

function Rows({ anchor, field, size, blank, onChange, onRows }: RowsProps): ReactElement {
  const t = useText('blanks')
  const ours = useOurs()
  const id = useId()
  const ruled = useAnswer('blank/ruled', { blank, page: anchor.page })
  const there = usePlacing(placesNow).anchors
  const below = rowsBelow(anchor, ruled.data, size).filter(
    ({ field: id, row, column }) => !there.some((one) => one.field === id && one.row === row && one.column === column),
  )
  return (
    <>
      <div className="anchor-block">
        <label htmlFor={`${id}-column`}>{t('column')}</label>
        <Select<string>
          id={`${id}-column`}
          value={anchor.column ?? ''}
          options={field.columns.map((column) => ({ value: column.id, label: ours(column.title) }))}
          style={{ width: '100%' }}
          onChange={(column) => onChange({ ...anchor, column })}
        />
      </div>
      {below.length > 0 && (
        <Button small onClick={() => onRows(below)}>
          {t('fillDown')} ({below.length})
        </Button>
      )}
    </>
  )
}
