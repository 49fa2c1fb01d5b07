import type { ReactElement } from 'react'
import type { ChecklistDiff } from '../../rules/diff.ts'
import { isUnchanged } from '../../rules/diff.ts'
import type { Filing, Text } from '../../rules/schema.ts'
import { labelAt } from '../profile/fields.ts'
import { type Key, useOurs, useText } from '../text/language.ts'
import './rules.css'

interface Line {
  key: string
  word: Key<'diff'>
  title: string
  why: readonly Text[]
}

/** What comes, goes and changes in a checklist, and why. Questions are named as in the form of `filing`. */
export function DiffView({ diff, filing }: { diff: ChecklistDiff; filing: Filing | null }): ReactElement {
  const t = useText('diff')
  const profile = useText('profile')
  const ours = useOurs()
  if (isUnchanged(diff)) return <p className="aside">{t('same')}</p>
  const fieldOf = (at: string, why: readonly Text[]): string => {
    const label = filing && labelAt(filing, at)
    return label ? profile(label) : (why.map(ours)[0] ?? at)
  }
  return (
    <div className="stack">
      <Changes
        title="items"
        lines={linesOf(diff.items, 'removed', (item) => ({
          key: `${item.material} ${item.for}`,
          title: ours(item.title),
        }))}
      />
      <Changes
        title="findings"
        lines={linesOf(diff.findings, 'gone', (one) => ({ key: `${one.code} ${one.at} ${one.zh}`, title: ours(one) }))}
      />
      <Changes
        title="asks"
        lines={linesOf(diff.asks, 'gone', (one) => ({ key: one.at, title: fieldOf(one.at, one.why) }))}
      />
    </div>
  )
}

interface Change<Entry> {
  change: 'added' | 'removed' | 'changed'
  before: Entry | null
  after: Entry | null
  why: readonly Text[]
}

function linesOf<Entry>(
  changes: readonly Change<Entry>[],
  removed: Key<'diff'>,
  say: (entry: Entry) => { key: string; title: string },
): Line[] {
  return changes.flatMap(({ change, before, after, why }) => {
    const entry = after ?? before
    return entry === null ? [] : [{ ...say(entry), word: change === 'removed' ? removed : change, why }]
  })
}

function Changes({ title, lines }: { title: Key<'diff'>; lines: readonly Line[] }): ReactElement | null {
  const t = useText('diff')
  if (lines.length === 0) return null
  return (
    <section aria-label={t(title)}>
      <h3>{t(title)}</h3>
      <ul className="changes">
        {lines.map((line) => (
          <li key={line.key} className="change">
            <span className={`change-word ${line.word}`}>{t(line.word)}</span>
            <div>
              <p>{line.title}</p>
              <Why line={line} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

const shownAtMost = 3

/** The first few reasons; what only repeats the title is left out. */
function Why({ line: { why, title } }: { line: Line }): ReactElement | null {
  const t = useText('diff')
  const ours = useOurs()
  const texts = [...new Set(why.map(ours))].filter((text) => !text.includes(title))
  const rest = texts.slice(shownAtMost)
  return (
    <>
      <Texts texts={texts.slice(0, shownAtMost)} />
      {rest.length > 0 && (
        <details>
          <summary className="aside">{t('moreWhy', { count: rest.length })}</summary>
          <Texts texts={rest} />
        </details>
      )}
    </>
  )
}

function Texts({ texts }: { texts: readonly string[] }): ReactElement {
  return (
    <ul className="aside">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
