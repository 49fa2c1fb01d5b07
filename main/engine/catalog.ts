import { readFileSync } from 'node:fs'
import type { Output } from '../../preload/contract.ts'
import type { Rules } from '../../rules/catalog.ts'
import { formDefinitions } from './pdf/form-definition.ts'
import { resourcePath } from './resources.ts'

export function catalogView({ catalog, tables }: Rules): Output<'catalog/get'> {
  const { version: _, ...view } = catalog
  const providers = tables.providers.map(({ id, title, watermark: { policy, words = [], note } }) => ({
    id,
    title,
    watermark: { policy, words, note },
  }))
  return { ...view, providers, tone: tables.joining.tone }
}

export function formList(): Output<'form/list'> {
  return formDefinitions.map(({ id, title, edition, material, kind }) => ({ id, title, edition, material, kind }))
}

export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(resourcePath('package.json'), 'utf8')) as { version: string }
  return version
}
