import type { ReactElement } from 'react'
import { failureText } from '../../preload/failures.ts'
import { useLanguage, useText } from '../text/language.ts'
import { IconButton } from '../ui/Button.tsx'
import { TaskProgress } from '../ui/TaskProgress.tsx'
import { useDesk } from './desk.ts'

/** Pictures on their way in, and the files that did not come in, each with its reason. */
export function TakingInNotes(): ReactElement | null {
  const { takingIn, reading } = useDesk()
  const t = useText('images')
  const readingText = useText('reading')
  const common = useText('common')
  const language = useLanguage()
  return (
    <>
      <TaskProgress task={takingIn.task} label={t('taking')} />
      <TaskProgress task={reading} label={readingText('reading')} />
      {takingIn.failures.length > 0 && (
        <section className="error-summary" aria-label={t('failed')}>
          <div className="section-head">
            <h2>{t('failed')}</h2>
            <IconButton small icon="close" name={common('close')} onClick={takingIn.forget} />
          </div>
          <ul>
            {takingIn.failures.map((failure) => {
              const text = failureText(failure, language)
              return <li key={text}>{text}</li>
            })}
          </ul>
        </section>
      )}
    </>
  )
}
