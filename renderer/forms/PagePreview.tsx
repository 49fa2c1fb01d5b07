import { type ReactElement, useState } from 'react'
import type { Input } from '../../preload/contract.ts'
import { useAnswer } from '../calls.ts'
import { PaperView } from './PaperView.tsx'

interface PagePreviewProps {
  input: Input<'form/report'>
  pages: number
  title: string
}

/** The page as it will be printed. */
export function PagePreview({ input, pages, title }: PagePreviewProps): ReactElement {
  const [page, setPage] = useState(0)
  const at = Math.min(page, pages - 1)
  const picture = useAnswer('form/preview', { ...input, page: at, side: 1400 }, { keepPrevious: true })
  return <PaperView picture={picture} page={at} pages={pages} title={title} onPage={setPage} />
}
