import type { ReactElement } from 'react'
import { useText } from '../text/language.ts'
import './blocks.css'

export interface FieldError {
  /** Id of the field to go to. */
  id: string
  label: string
  text: string
}

/** All that is wrong on the page, on top, each line leading to its field. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }): ReactElement | null {
  const t = useText('common')
  if (errors.length === 0) return null
  return (
    <section className="error-summary" aria-label={t('errorsTitle', { count: errors.length })}>
      <h2>{t('errorsTitle', { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.id}>
            <button type="button" className="link" onClick={() => document.getElementById(error.id)?.focus()}>
              {t('pair', { what: error.label, of: error.text })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
