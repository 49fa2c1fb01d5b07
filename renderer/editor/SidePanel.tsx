import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import type { ImageView } from '../../preload/views.ts'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { Angle } from './Angle.tsx'
import { CropTool } from './CropTool.tsx'
import { listNow, type Shown, useEditor } from './editor-store.ts'
import { placed } from './geometry.ts'
import { History } from './History.tsx'
import { StraightenTool } from './StraightenTool.tsx'
import { withTurn } from './steps.ts'

/** Tools on top, what the tool needs below, and the history at the end. */
export function SidePanel({ image }: { image: ImageView }): ReactElement {
  const t = useText('editor')
  const { history, at, tool, shown, pick, commit, set } = useEditor()
  const list = listNow({ history, at })
  const { size } = placed(image, list)
  return (
    <aside className="side-panel" aria-label={t('tool')}>
      <Segmented
        block
        aria-label={t('tool')}
        value={tool}
        onChange={pick}
        options={[
          { value: 'view', label: t('view') },
          { value: 'straighten', label: t('straighten') },
          { value: 'crop', label: t('crop') },
        ]}
      />
      {tool === 'view' && (
        <>
          <Segmented<Shown>
            block
            aria-label={t('shown')}
            value={shown}
            onChange={(next) => set({ shown: next })}
            options={[
              { value: 'after', label: t('after') },
              { value: 'before', label: t('before') },
              { value: 'both', label: t('both') },
            ]}
          />
          <p className="aside figures">{t('size', { width: size.width, height: size.height })}</p>
          <div className="turns">
            <Button icon="turnLeft" onClick={() => commit(withTurn(list, -90))}>
              {t('left')}
            </Button>
            <Button icon="turnRight" onClick={() => commit(withTurn(list, 90))}>
              {t('right')}
            </Button>
          </div>
          <Angle onTurn={(degrees) => commit(withTurn(list, degrees))} />
          <History />
        </>
      )}
      {tool === 'straighten' && <StraightenTool image={image} />}
      {tool === 'crop' && <CropTool image={image} />}
    </aside>
  )
}
