import { Tooltip } from 'antd'
import { type ReactElement, type ReactNode, useState } from 'react'
import { ask } from '../bridge.ts'
import { keepAnswer, useDeed } from '../calls.ts'
import { i18n, useLanguage, useText } from '../text/language.ts'
import { IconButton } from './Button.tsx'
import { Icon } from './icons.tsx'
import { ShortcutSheet } from './ShortcutSheet.tsx'
import { useShortcuts } from './shortcuts.ts'

/** The bar on top of every page: what is on the left says where the person is. */
export function TopBar({ children, right }: { children: ReactNode; right?: ReactNode }): ReactElement {
  const t = useText('common')
  const [sheet, setSheet] = useState(false)
  useShortcuts({ '?': () => setSheet(true) })
  return (
    <header className="top-bar">
      <div className="top-left">{children}</div>
      <div className="top-right">
        {right}
        <Tooltip title={t('offlineWhy')}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its explanation must be reachable by keyboard */}
          <span className="offline" tabIndex={0}>
            <Icon name="shield" size={15} />
            {t('offline')}
          </span>
        </Tooltip>
        <LanguageSwitch />
        <IconButton icon="keyboard" name={t('shortcuts')} onClick={() => setSheet(true)} />
      </div>
      {sheet && <ShortcutSheet onClose={() => setSheet(false)} />}
    </header>
  )
}

export function Brand(): ReactElement {
  const t = useText('common')
  return (
    <span className="brand">
      <BrandMark size={24} />
      {t('product')}
    </span>
  )
}

/** A sheet with its corners in place and a tick: everything is there. */
export function BrandMark({ size }: { size: number }): ReactElement {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32" className="brand-mark">
      <rect x="1" y="1" width="30" height="30" rx="8" fill="var(--accent)" />
      <path
        d="M8 12V8h4m8 0h4v4m0 8v4h-4m-8 0H8v-4m3.5-4 3.2 3.2L20.8 13"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

export function LanguageSwitch(): ReactElement {
  const t = useText('common')
  const language = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  const change = useDeed(async () => {
    keepAnswer('settings/get', {}, await ask('settings/set', { language: other }))
    await i18n.changeLanguage(other)
  })
  return (
    <button type="button" className="language" lang={other === 'en' ? 'en' : 'zh-CN'} onClick={() => change.start()}>
      <Icon name="globe" size={16} />
      <span aria-hidden="true">{t('otherLanguage')}</span>
      <span className="hidden-text">{t('toOtherLanguage')}</span>
    </button>
  )
}
