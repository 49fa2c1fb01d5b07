import { type ReactElement, useId } from 'react'
import type { PackageResult } from '../../preload/views.ts'
import type { Finding } from '../../rules/answers.ts'
import { shownBytes } from '../../rules/bytes.ts'
import { openIn } from '../../rules/package-open.ts'
import { reveal } from '../bridge.ts'
import { useDeed } from '../calls.ts'
import { useDesk } from '../filing/desk.ts'
import { nameOf } from '../images/name.ts'
import { useOurs, useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Icon } from '../ui/icons.tsx'
import { NeedTag, StatusTag } from '../ui/StatusTag.tsx'
import { openKind } from './package-view.ts'

/** What was written, and what the person still has to see to. */
export function ExportResult({ result, kept }: { result: PackageResult; kept: string | null }): ReactElement {
  const t = useText('output')
  const ours = useOurs()
  const show = useDeed(() => reveal(result.out))
  const { missing, refused, leftOut } = openIn(result)
  const open = openKind(missing.length, refused.length)
  return (
    <div className="stack export-result">
      <div className="export-done">
        <span className={`export-sign ${open ? 'open' : ''}`}>
          <Icon name={open ? 'info' : 'check'} size={22} />
        </span>
        <div>
          <h2>{t(open ? `done${open}` : 'done')}</h2>
          <p className="aside selectable path">{result.out}</p>
          {kept !== null && <p className="aside selectable path">{t('keptIn', { path: kept })}</p>}
        </div>
        <Button kind="primary" icon="folder" onClick={() => show.start()}>
          {t('reveal')}
        </Button>
      </div>
      {show.error && <FailureNote error={show.error} />}
      {missing.length > 0 && (
        <section aria-labelledby="missing-head">
          <h2 id="missing-head">{t('missing')}</h2>
          <ul className="card rows plain">
            {missing.map((item) => (
              <li key={`${item.material}-${item.for}`}>
                {ours(item.title)} <NeedTag need="required" />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Found title={t('refused')} findings={refused} />
      <Found title={t('notIn')} findings={leftOut} />
      <Files result={result} />
    </div>
  )
}

/** With the picture that each speaks of, as in the task list. */
function Found({ title, findings }: { title: string; findings: readonly Finding[] }): ReactElement | null {
  const ours = useOurs()
  const head = useId()
  const pictures = new Set(useDesk().images.map(nameOf))
  if (findings.length === 0) return null
  return (
    <section aria-labelledby={head}>
      <h2 id={head}>{title}</h2>
      <ul className="card rows plain">
        {findings.map((finding) => (
          <li key={`${finding.code}-${finding.at}-${finding.zh}`}>
            <StatusTag status={finding.severity} />
            <p>
              {ours(finding)} {pictures.has(finding.at) && <span className="aside">{finding.at} </span>}
              <span className="aside">{ours(finding.fix)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Files({ result }: { result: PackageResult }): ReactElement {
  const t = useText('output')
  const common = useText('common')
  return (
    <section aria-labelledby="files-head">
      <h2 id="files-head">{t('files')}</h2>
      <table className="card files">
        <thead>
          <tr>
            <th scope="col">{t('file')}</th>
            <th scope="col">{t('from')}</th>
            <th scope="col">{t('pixels')}</th>
            <th scope="col">{t('size')}</th>
          </tr>
        </thead>
        <tbody>
          {result.files.map((file) => (
            <tr key={file.name}>
              <td>{file.name}</td>
              <td className="aside">{file.from.join(common('comma')) || '—'}</td>
              <td className="figures">{file.width && file.height ? `${file.width}×${file.height}` : '—'}</td>
              <td className="figures">{shownBytes(file.bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
