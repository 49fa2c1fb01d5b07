import type { FieldErrors } from 'react-hook-form'

/** The places of all errors of a form: `services[0].domains[0].name`. */
export function fieldsAt(errors: FieldErrors, before = ''): string[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (error === undefined || error === null) return []
    const at = /^\d+$/.test(key) ? `${before}[${key}]` : before ? `${before}.${key}` : key
    const leaf = typeof (error as { message?: unknown }).message === 'string'
    return leaf ? [at] : fieldsAt(error as FieldErrors, at)
  })
}
