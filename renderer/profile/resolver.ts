/** The schema of the rules as the form's judge. */
import { type FieldErrors, type FieldValues, type Resolver, set } from 'react-hook-form'
import { readValues } from './form-values.ts'

export const filingResolver: Resolver<FieldValues> = (values) => {
  const reading = readValues(values)
  if (reading.ok) return { values, errors: {} }
  const errors: FieldErrors = {}
  for (const place of reading.places) set(errors, place, { type: 'schema', message: place })
  return { values: {}, errors }
}
