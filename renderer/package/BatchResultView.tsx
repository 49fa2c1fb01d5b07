import type { ReactElement } from 'react'
import { failureText } from '../../preload/failures.ts'
import type { BatchResult, PackageResult } from '../../preload/views.ts'
import { openIn } from '../../rules/package-open.ts'
import { reveal } from '../bridge.ts'
import { useDeed } from '../calls.ts'
import { useLanguage, useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Icon } from '../ui/icons.tsx'

/** A line for each filing: what its package holds and still lacks, or why there is none. */
export function BatchResultView({ result: { out, packages } }: { result: BatchResult }): ReactElement {
  const t = useText('output')
  const language = useLanguage()
  const show = useDeed(() => reveal(out))
  const made = packages.filter(({ result }) => result !== null).length
  const isWhole = made === packages.length
  return (
    <main id="main" tabIndex={-1} className="page">
      <div className="column stack export-result">
        <div className="export-done">
          <span className={`export-sign ${isWhole ? '' : 'open'}`}>
            <Icon name={isWhole ? 'check' : 'info'} size={22} />
          </span>
          <div>
            <h2>{t('several', { made, count: packages.length })}</h2>
            <p className="aside selectable path">{out}</p>
          </div>
          <Button kind="primary" icon="folder" disabled={made === 0} onClick={() => show.start()}>
            {t('reveal')}
          </Button>
        </div>
        {show.error && <FailureNote error={show.error} />}
        <ul className="card rows plain" aria-label={t('title')}>
          {packages.map(({ filing, name, result, failure }) => (
            <li key={filing}>
              <Icon name={result && !isOpen(result) ? 'check' : 'info'} />
              <p>
                {name}{' '}
                <span className="aside">
                  {result ? (
                    <PackageLine result={result} />
                  ) : (
                    `${t('notMade')}：${failure ? failureText(failure, language) : ''}`
                  )}
                </span>
              </p>
            </li>
          ))}
        </ul>
      </div>
    </main>
  )
}

function isOpen(result: PackageResult): boolean {
  const { missing, refused } = openIn(result)
  return missing.length + refused.length > 0
}

function PackageLine({ result }: { result: PackageResult }): ReactElement {
  const t = useText('output')
  const { missing, refused } = openIn(result)
  const parts = [
    t('filesCount', { count: result.files.length }),
    ...(missing.length > 0 ? [t('missingCount', { count: missing.length })] : []),
    ...(refused.length > 0 ? [t('refusedCount', { count: refused.length })] : []),
  ]
  return <>{parts.join(' · ')}</>
}
