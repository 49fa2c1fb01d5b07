import type { ReactElement } from 'react'
import { type Key, useText } from '../text/language.ts'
import { Dialog } from './Dialog.tsx'

const groups: { title: Key<'keys'>; lines: { press: string[]; does: Key<'keys'> }[] }[] = [
  {
    title: 'general',
    lines: [
      { press: ['↑', '↓'], does: 'arrows' },
      { press: ['Enter'], does: 'enter' },
      { press: ['Esc'], does: 'escape' },
      { press: ['Ctrl', 'Z'], does: 'undo' },
      { press: ['?'], does: 'help' },
    ],
  },
  {
    title: 'home',
    lines: [
      { press: ['N'], does: 'new' },
      { press: ['O'], does: 'import' },
    ],
  },
  {
    title: 'filing',
    lines: [
      { press: ['O'], does: 'open' },
      { press: ['Ctrl', 'V'], does: 'paste' },
      { press: ['1', '…', '9'], does: 'digits' },
      { press: ['Alt', '←', '→'], does: 'reorder' },
      { press: ['E'], does: 'export' },
    ],
  },
  {
    title: 'editor',
    lines: [
      { press: ['↑', '↓', '←', '→'], does: 'nudge' },
      { press: ['Ctrl', 'Z'], does: 'undoStep' },
      { press: ['Ctrl', 'Y'], does: 'redoStep' },
    ],
  },
]

export function ShortcutSheet({ onClose }: { onClose(): void }): ReactElement {
  const t = useText('keys')
  return (
    <Dialog title={t('title')} onClose={onClose} width={520}>
      <div className="stack">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{t(group.title)}</h3>
            <dl className="key-list">
              {group.lines.map((line) => (
                <div key={line.does}>
                  <dt>
                    {line.press.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{t(line.does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p className="aside">{t('note')}</p>
      </div>
    </Dialog>
  )
}
