import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useText } from '../text/language.ts'
import { IconButton } from '../ui/Button.tsx'
import { BytesImage } from '../ui/BytesImage.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'

interface PaperViewProps {
  picture: UseQueryResult<{ bytes: Uint8Array }, Error>
  /** The first page is 0. */
  page: number
  pages: number
  title: string
  onPage(page: number): void
}

/** One page of a paper as it will be printed, and the way to the others. */
export function PaperView({ picture, page, pages, title, onPage }: PaperViewProps): ReactElement {
  const t = useText('forms')
  return (
    <>
      {picture.error && <FailureNote error={picture.error} onRetry={() => void picture.refetch()} />}
      {picture.isPending && <p className="aside">{t('previewing')}</p>}
      {picture.data && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a page taller than its place is scrolled with the arrow keys
        <div className="paper" tabIndex={0}>
          <BytesImage bytes={picture.data.bytes} alt={t('previewAlt', { title, n: page + 1 })} />
        </div>
      )}
      {pages > 1 && (
        <div className="paper-pages">
          <IconButton icon="back" name={t('earlierPage')} disabled={page === 0} onClick={() => onPage(page - 1)} />
          <span className="figures" role="status">
            {t('page', { n: page + 1, count: pages })}
          </span>
          <IconButton
            icon="chevron"
            name={t('nextPage')}
            disabled={page === pages - 1}
            onClick={() => onPage(page + 1)}
          />
        </div>
      )}
    </>
  )
}
