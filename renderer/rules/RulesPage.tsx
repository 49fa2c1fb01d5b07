import { type ReactElement, useState } from 'react'
import type { Output } from '../../preload/contract.ts'
import type { Text } from '../../rules/schema.ts'
import { ask, BridgeFailure, chooseFile } from '../bridge.ts'
import { queries, useAnswer, useDeed } from '../calls.ts'
import { shownTime } from '../home/client-view.ts'
import { useWhere } from '../route.ts'
import { useOurs, useText } from '../text/language.ts'
import { useToday } from '../today.ts'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { Keys } from './Keys.tsx'
import { RulesResult } from './RulesResult.tsx'
import './rules.css'

/** Which rules speak, since when, and how others come in or go. */
export function RulesPage(): ReactElement {
  const t = useText('rules')
  const leave = useWhere((where) => where.leaveRules)
  const state = useAnswer('rules/state', {})
  const [news, setNews] = useState<News | null>(null)
  return (
    <PageFrame title={t('title')} onBack={leave}>
      <main id="main" tabIndex={-1} className="page" aria-label={t('title')}>
        <div className="column stack">
          {state.error && <FailureNote error={state.error} onRetry={() => void state.refetch()} />}
          {state.data && <Edition state={state.data} onChange={(result) => setNews({ result })} />}
          {news && <RulesResult {...news} />}
          {state.data && <Keys state={state.data} onChange={(result, why) => setNews({ result, why })} />}
          {state.data && <History changelog={state.data.changelog} />}
        </div>
      </main>
    </PageFrame>
  )
}

type State = Output<'rules/state'>
type Result = Output<'rules/import'>

/** What the last change of the rules came to. */
interface News {
  result: Result
  why?: string
}

/** The edition in use, and the two ways to another. */
function Edition({ state, onChange }: { state: State; onChange(result: Result): void }): ReactElement {
  const t = useText('rules')
  const change = useRulesChange(onChange)
  return (
    <section className="card rules-card stack" aria-labelledby="rules-in-use">
      <div>
        <h2 id="rules-in-use">{t('inUse', { version: state.version })}</h2>
        <Origin state={state} />
        <Counts />
      </div>
      {state.damaged && <FailureNote title={t('damaged')} error={new BridgeFailure(state.damaged)} />}
      <p className="aside">{t('importHint')}</p>
      <div className="row">
        <Button kind="primary" icon="import" busy={change.running} onClick={() => change.choose()}>
          {t('import')}
        </Button>
        {(state.origin === 'pack' || state.damaged) && (
          <Button icon="reset" disabled={change.running} onClick={() => change.revert()}>
            {t('revert')}
          </Button>
        )}
      </div>
      {change.error && (
        <FailureNote error={change.error}>
          {change.older && (
            <Button small onClick={change.older}>
              {t('importOlder')}
            </Button>
          )}
        </FailureNote>
      )}
    </section>
  )
}

function Origin({ state }: { state: State }): ReactElement {
  const t = useText('rules')
  const today = useToday()
  if (state.origin === 'shipped') return <p className="aside">{t('shipped')}</p>
  const day = state.importedAt ? shownTime(state.importedAt, today).day : ''
  const maker = state.keys.find(({ id }) => id === state.key)?.title ?? state.key?.slice(0, 16) ?? ''
  return (
    <p className="aside">
      {t('pack', { day, maker })} · {t('shippedIs', { version: state.shippedVersion })}
    </p>
  )
}

function Counts(): ReactElement | null {
  const t = useText('rules')
  const ours = useOurs()
  const { data } = useAnswer('rules/report', {})
  if (!data) return null
  const { total, checked, advice, leftOut, onlyPassedOn, rejections } = data
  const reasons = { count: rejections.total, checked: rejections.checked }
  return (
    <>
      <p className="aside">{t('counts', { total, checked, advice, left: leftOut.length })}</p>
      <Whys
        title={t('leftOut', { count: leftOut.length })}
        facts={leftOut.map(({ fact, why }) => ({ fact: `${fact} `, why }))}
      />
      <Whys
        title={t('onlyPassedOn', { count: onlyPassedOn.length })}
        facts={onlyPassedOn.map(({ fact, why }) => ({ fact: `${fact} `, why }))}
      />
      <p className="aside">{t('rejections', reasons)}</p>
      <Whys
        title={t('unseen', { count: rejections.unseen.length })}
        facts={rejections.unseen.map(({ why, ...reason }) => ({ fact: `${ours(reason)}${t('colon')}`, why }))}
      />
    </>
  )
}

/** Facts of which the program makes less than it could, with the reason each, folded. */
function Whys(props: { title: string; facts: readonly { fact: string; why: Text }[] }): ReactElement | null {
  const ours = useOurs()
  if (props.facts.length === 0) return null
  return (
    <details>
      <summary>{props.title}</summary>
      <ul className="left-out rules-lines aside">
        {props.facts.map(({ fact, why }) => (
          <li key={fact}>
            {fact}
            {ours(why)}
          </li>
        ))}
      </ul>
    </details>
  )
}

type Deed = { deed: 'import'; path: string; older: boolean } | { deed: 'revert' }

/** Import and revert: after either, everything that rests on the rules is asked for again. */
function useRulesChange(onChange: (result: Result) => void) {
  const on = useToday()
  const change = useDeed(async (deed: Deed) => {
    const result =
      deed.deed === 'revert'
        ? await ask('rules/revert', { on })
        : await ask('rules/import', { path: deed.path, older: deed.older, on })
    await queries.invalidateQueries()
    onChange(result)
  })
  const choice = useDeed(async () => {
    const path = await chooseFile('rules')
    if (path !== null) change.start({ deed: 'import', path, older: false })
  })
  const { error, given } = change
  const isOlder = error instanceof BridgeFailure && error.failure.code === 'rules.older'
  return {
    running: change.running || choice.running,
    error: choice.error ?? error,
    choose: () => choice.start(),
    revert: () => change.start({ deed: 'revert' }),
    older: isOlder && given?.deed === 'import' ? () => change.start({ ...given, older: true }) : null,
  }
}

function History({ changelog }: { changelog: State['changelog'] }): ReactElement {
  const t = useText('rules')
  const ours = useOurs()
  return (
    <section aria-labelledby="rules-history">
      <h2 id="rules-history">{t('changelog')}</h2>
      <ul className="rules-lines">
        {changelog.map((entry) => (
          <li key={entry.version}>
            <p>
              {entry.version}
              {' · '}
              <span className="aside figures">{entry.date.replaceAll('-', '.')}</span>
            </p>
            <p>{ours(entry)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
