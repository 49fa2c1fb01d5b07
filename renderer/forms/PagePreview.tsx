import { type ReactElement, useState } from 'react'
import type { Input } from '../../preload/contract.ts'
import { useAnswer } from '../calls.ts'
import { useText } from '../text/language.ts'
import { IconButton } from '../ui/Button.tsx'
import { BytesImage } from '../ui/BytesImage.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'

interface PagePreviewProps {
  input: Input<'form/report'>
  pages: number
  title: string
}

/** The page as it will be printed. */
export function PagePreview({ input, pages, title }: PagePreviewProps): ReactElement {
  const t = useText('forms')
  const [page, setPage] = useState(0)
  const at = Math.min(page, pages - 1)
  const picture = useAnswer('form/preview', { ...input, page: at, side: 1400 }, { keepPrevious: true })
  return (
    <>
      {picture.error && <FailureNote error={picture.error} onRetry={() => void picture.refetch()} />}
      {picture.isPending && <p className="aside">{t('previewing')}</p>}
      {picture.data && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a page taller than its place is scrolled with the arrow keys
        <div className="paper" tabIndex={0}>
          <BytesImage bytes={picture.data.bytes} alt={t('previewAlt', { title, n: at + 1 })} />
        </div>
      )}
      {pages > 1 && (
        <div className="paper-pages">
          <IconButton icon="back" name={t('earlierPage')} disabled={at === 0} onClick={() => setPage(at - 1)} />
          <span className="figures" role="status">
            {t('page', { n: at + 1, count: pages })}
          </span>
          <IconButton icon="chevron" name={t('nextPage')} disabled={at === pages - 1} onClick={() => setPage(at + 1)} />
        </div>
      )}
    </>
  )
}
