import { type ReactElement, useState } from 'react'
import { ask, chooseFolder } from '../bridge.ts'
import { useDeed } from '../calls.ts'
import { ClientMark, hueStyle } from '../home/ClientMark.tsx'
import { titleIn } from '../profile/lists.ts'
import { useWhere } from '../route.ts'
import { useText } from '../text/language.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Menu } from '../ui/Menu.tsx'
import { tell } from '../ui/notices.ts'
import { TopBar } from '../ui/TopBar.tsx'
import { useDesk } from './desk.ts'
import { WhatIf } from './WhatIf.tsx'

/** Whose papers these are: name and colour stay on top of every page of the filing. */
export function FilingHeader(): ReactElement {
  const { view, lists, checklist, today, sample } = useDesk()
  const t = useText('filing')
  const common = useText('common')
  const output = useText('output')
  const diff = useText('diff')
  const rules = useText('rules')
  const blanks = useText('blanks')
  const [comparing, setComparing] = useState(false)
  const { goHome, goTo, goToRules, goToBlanks, route } = useWhere()
  const exporting = route.screen === 'filing' && route.page === 'export'
  const copy = useDeed(async () => {
    const out = await chooseFolder()
    if (out === null) return
    const { files } = await ask('filing/export', { task: crypto.randomUUID(), filing: view.id, out })
    tell(t('menuExported', { count: files.length }))
  })
  const province = titleIn(lists, 'provinces', view.filing.province) ?? t('noProvince')
  const provider = titleIn(lists, 'providers', view.filing.provider) ?? t('noProvider')
  const day = today.replaceAll('-', '.')
  return (
    <div className="filing-header" style={hueStyle(view.client)}>
      <TopBar
        right={
          <>
            {!exporting && (
              <Button kind="primary" icon="export" name={output('title')} onClick={() => goTo({ page: 'export' })}>
                {t('exportShort')}
              </Button>
            )}
            <Menu
              name={common('more')}
              lines={[
                { key: 'what-if', label: diff('open'), icon: 'compare', run: () => setComparing(true) },
                { key: 'rules', label: rules('open'), icon: 'shield', run: goToRules },
                { key: 'blanks', label: blanks('open'), icon: 'blank', run: goToBlanks },
                { key: 'copy', label: t('menuExport'), icon: 'folder', run: () => copy.start() },
              ]}
            />
          </>
        }
      >
        <IconButton icon="home" name={common('backHome')} onClick={goHome} />
        {/* biome-ignore lint/a11y/useSemanticElements: a group with a name, not a set of inputs */}
        <div className="filing-who" role="group" aria-label={t('client', { name: view.clientName })}>
          <ClientMark id={view.client} name={view.clientName} />
          <div className="filing-names">
            <p className="filing-client">
              {view.clientName}
              {sample && <span className="sample-mark">{common('sample')}</span>}
            </p>
            <p className="aside figures">
              {province} · {provider}
              {checklist && <> · {t('rulesOf', { version: checklist.rulesVersion, day })}</>}
            </p>
          </div>
        </div>
      </TopBar>
      {comparing && <WhatIf onClose={() => setComparing(false)} />}
      {copy.error && <FailureNote error={copy.error} />}
    </div>
  )
}
