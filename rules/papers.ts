/** The papers of a filing that have a date to judge, or a date to ask for. */
import type { ChecklistItem } from './answers.ts'
import { windowOf } from './facts/paper-window.ts'
import type { FilingScope, PaperScope } from './facts/reading.ts'
import type { Setting } from './facts.ts'
import type { MaterialId, Paper } from './schema.ts'

interface Written {
  material: MaterialId
  owner: string
  paper: Paper
}

function writtenPapers({ filing }: FilingScope): Written[] {
  const owners = [
    { owner: 'subject', papers: filing.papers },
    ...(filing.services ?? []).map(({ papers }, index) => ({ owner: `services[${index}]`, papers })),
  ]
  return owners.flatMap(({ owner, papers = {} }) =>
    Object.entries(papers).map(([material, paper]) => ({ material: material as MaterialId, owner, paper })),
  )
}

/** Where the paper is required: its date, if a window is known to be this filing's; its kind, if not all are taken. */
function isAskedFor({ material, need }: ChecklistItem, { filing, tables }: FilingScope): boolean {
  if (need !== 'required') return false
  const found = windowOf(filing, material, undefined, tables)
  const { province = '' } = filing
  return (
    ('missing' in found ? found.missing === 'kind' : found.window?.strict === true) ||
    tables.papers.refusals.some(
      ({ materials, provinces }) => materials.includes(material) && provinces.includes(province),
    )
  )
}

/** Where a paper's dates stand: beside the subject's papers, or beside those of its service. */
export function paperPlace(material: MaterialId, owner: string): string {
  return owner === 'subject' ? `papers.${material}` : `${owner}.papers.${material}`
}

/** Each paper once: those that are written down, then those that the checklist wants. */
export function papersOf({ filing, readOfFiling }: Setting, items: readonly ChecklistItem[]): Setting[] {
  const written = writtenPapers(filing)
  const isWritten = (item: ChecklistItem) =>
    written.some(({ material, owner }) => material === item.material && owner === item.for)
  const wanted = items
    .filter((item) => !isWritten(item) && isAskedFor(item, filing))
    .map((item): Written => ({ material: item.material, owner: item.for, paper: {} }))
  return [...written, ...wanted].map(({ material, owner, paper }) => {
    const need = items.find((item) => item.material === material && item.for === owner)?.need ?? 'none'
    const scope: PaperScope = { filing, material, paper, need, at: paperPlace(material, owner) }
    return { filing, readOfFiling, read: new Map(), paper: scope }
  })
}
