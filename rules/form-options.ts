/** The texts that a field of a form can have, where they are few: for boxes to tick on somebody else's blank. */
import type { Tables } from './tables.ts'

export function fieldOptions(field: string, { certificates, topics, providers }: Tables): string[] {
  if (field === 'organizer-nature') return certificates.natures.map(({ title }) => title.zh)
  if (field.endsWith('certificate-type')) return certificates.types.map(({ title }) => title.zh)
  if (field === 'service-content') return topics.map(({ title }) => title.zh)
  if (field === 'provider-name') return providers.flatMap(({ formName }) => formName ?? [])
  return []
}
