import { Segmented } from 'antd'
import { type ReactElement, useState } from 'react'
import type { ImageView } from '../../preload/views.ts'
import { useDesk } from '../filing/desk.ts'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { Angle } from './Angle.tsx'
import { CopyTo } from './CopyTo.tsx'
import { CropTool } from './CropTool.tsx'
import { listNow, type Tool, useEditor } from './editor-store.ts'
import { placed } from './geometry.ts'
import { History } from './History.tsx'
import { takeTool } from './keep-mark.ts'
import { ShownChoice } from './ShownChoice.tsx'
import { StraightenTool } from './StraightenTool.tsx'
import { withTurn } from './steps.ts'
import { ToneTool } from './ToneTool.tsx'

/** Tools on top, what the tool needs below, and the history at the end. */
export function SidePanel({ image }: { image: ImageView }): ReactElement {
  const t = useText('editor')
  const { history, at, tool, commit } = useEditor()
  const list = listNow({ history, at })
  const { size } = placed(image, list)
  const { images } = useDesk()
  const [copying, setCopying] = useState(false)
  return (
    <aside className="side-panel" aria-label={t('tool')}>
      <Segmented<Tool>
        block
        aria-label={t('tool')}
        value={tool}
        onChange={(next) => takeTool(image, next)}
        options={[
          { value: 'view', label: t('view') },
          { value: 'straighten', label: t('straighten') },
          { value: 'crop', label: t('crop') },
          { value: 'tone', label: t('tone') },
        ]}
      />
      {tool === 'view' && (
        <>
          <ShownChoice />
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
          {list.length > 0 && images.length > 1 && (
            <Button icon="copy" onClick={() => setCopying(true)}>
              {t('copyTo')}
            </Button>
          )}
          {copying && <CopyTo image={image} list={list} onClose={() => setCopying(false)} />}
          <History />
        </>
      )}
      {tool === 'straighten' && <StraightenTool image={image} />}
      {tool === 'crop' && <CropTool image={image} />}
      {tool === 'tone' && <ToneTool image={image} />}
    </aside>
  )
}
