import { InputNumber } from 'antd'
import type { ReactElement } from 'react'
import type { PrintPaper } from '../../preload/print-calls.ts'
import { useOurs, useText } from '../text/language.ts'
import { IconButton } from '../ui/Button.tsx'
import { moved, type Sheet, withCopies } from './arrangement.ts'

const mostCopies = 50

interface PaperListProps {
  papers: readonly PrintPaper[]
  sheets: readonly Sheet[]
  /** Number of the paper that is being looked at. */
  shown: number | null
  onSheets(sheets: Sheet[]): void
  onShow(paper: number): void
}

/** The papers in the order of printing, each with its copies; a new applicant begins with a heading. */
export function PaperList({ papers, sheets, shown, onSheets, onShow }: PaperListProps): ReactElement {
  return (
    <ol className="print-list">
      {sheets.map((sheet, index) => {
        const paper = papers[sheet.paper]
        const before = papers[sheets[index - 1]?.paper ?? -1]
        if (!paper) return null
        return (
          <li key={sheet.paper} className={sheet.copies === 0 ? 'print-paper off' : 'print-paper'}>
            {paper.filing !== before?.filing && <h3>{paper.applicant}</h3>}
            <PaperLine
              paper={paper}
              sheet={sheet}
              shown={sheet.paper === shown}
              ends={{ first: index === 0, last: index === sheets.length - 1 }}
              onShow={() => onShow(sheet.paper)}
              onCopies={(copies) => onSheets(withCopies(sheets, index, copies))}
              onMove={(by) => onSheets(moved(sheets, index, by))}
            />
          </li>
        )
      })}
    </ol>
  )
}

interface PaperLineProps {
  paper: PrintPaper
  sheet: Sheet
  shown: boolean
  ends: { first: boolean; last: boolean }
  onShow(): void
  onCopies(copies: number): void
  onMove(by: -1 | 1): void
}

function PaperLine({ paper, sheet, shown, ends, onShow, onCopies, onMove }: PaperLineProps): ReactElement {
  const t = useText('print')
  const common = useText('common')
  const ours = useOurs()
  const title = ours(paper.title)
  const named = common('pair', { what: paper.applicant, of: title })
  return (
    <div className="print-line">
      <button
        type="button"
        className="print-open"
        aria-pressed={shown}
        disabled={sheet.copies === 0}
        aria-label={named}
        onClick={onShow}
      >
        <span>{title}</span>
        <span className="aside">
          {[t('pages', { count: paper.pages }), noteOf(paper, t, ours, common)].filter(Boolean).join(' · ')}
        </span>
      </button>
      <IconButton
        small
        icon="up"
        name={t('earlier', { title: named })}
        disabled={ends.first}
        onClick={() => onMove(-1)}
      />
      <IconButton
        small
        icon="down"
        name={t('later', { title: named })}
        disabled={ends.last}
        onClick={() => onMove(1)}
      />
      <InputNumber
        className="figures"
        aria-label={t('copiesOf', { title: named })}
        value={sheet.copies}
        min={0}
        max={mostCopies}
        precision={0}
        onChange={(copies) => copies !== null && onCopies(copies)}
      />
    </div>
  )
}

type Words = ReturnType<typeof useText<'print'>>

/** What is missing, what it is for, or what the sources say of the number of copies. */
function noteOf(
  { missing, complete, kind, copiesWhy, form }: PrintPaper,
  t: Words,
  ours: ReturnType<typeof useOurs>,
  common: ReturnType<typeof useText<'common'>>,
): string {
  if (missing.length > 0) return t('notReady', { fields: missing.map(ours).join(common('comma')) })
  if (!complete) return t('unprintable')
  if (kind === 'preparation-sheet') return t('sheet')
  return form !== null && copiesWhy ? ours(copiesWhy) : ''
}
