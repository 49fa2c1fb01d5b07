/** Which field a printed label asks for. Words of labels are data; several persons have a "证件号码" each. */
import { z } from 'zod'
import labels from '../../../assets/blank-labels.json' with { type: 'json' }
import { tableColumns } from './form-shape.ts'

const Words = z.array(z.string().min(1)).min(1)
const { fields, columns } = z
  .strictObject({
    format: z.literal('beiqi-blank-labels/1'),
    fields: z.record(z.string(), Words),
    columns: z.record(z.enum(tableColumns), Words),
  })
  .parse(labels)

/** Of a full likeness 1; a label less like than this asks for something else. */
const likeEnough = 0.66
/** A label may be like those of several fields: the one of the person spoken of before goes first. */
const samePerson = 0.2
const inOrder = 0.05

export interface FieldWords {
  id: string
  /** As the form itself calls it. */
  title: string
}

/** Goes through the labels of a blank from top to bottom; each field is found once. */
export class LabelMatcher {
  private readonly left: FieldWords[]
  private person: string | null = null

  constructor(known: readonly FieldWords[]) {
    this.left = [...known]
  }

  /** The field that this label asks for, or null. */
  match(label: string): string | null {
    const plain = plainLabel(label)
    const scored = this.left
      .map((field, order) => ({ field, score: this.score(plain, field, order) }))
      .filter(({ score }) => score >= likeEnough)
      .sort((one, other) => other.score - one.score)
    const best = scored[0]?.field
    if (!best) return null
    this.left.splice(this.left.indexOf(best), 1)
    this.person = personOf(best.id) ?? this.person
    return best.id
  }

  private score(label: string, { id, title }: FieldWords, order: number): number {
    const likeness = Math.max(...[title, ...(fields[id] ?? [])].map((word) => likenessOf(label, plainLabel(word))))
    const person = personOf(id) !== null && personOf(id) === this.person ? samePerson : 0
    return likeness < likeEnough ? 0 : likeness + person + inOrder / (order + 1)
  }
}

/** The column that a table's head names, or null. */
export function columnOf(head: string): string | null {
  const plain = plainLabel(head)
  const found = Object.entries(columns).find(([, words]) => words.some((word) => plainLabel(word) === plain))
  return found?.[0] ?? null
}

/** The field that a name in a PDF form means by itself: its own id in another spelling. */
export function fieldOfName(name: string, known: readonly FieldWords[]): string | null {
  const kebab = (name.split('.').at(-1) ?? name)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[\s_]+/g, '-')
    .toLowerCase()
  return known.find(({ id }) => id === kebab)?.id ?? null
}

/** Whose this field is; null: nobody's, so the person spoken of stays the same. */
function personOf(id: string): string | null {
  const person = /^(site-responsible|subject-responsible|legal)/.exec(id)?.[1]
  return person ?? (/^(organizer|certificate)/.test(id) ? 'organizer' : null)
}

/** Without blanks, punctuation and what stands in brackets. */
export function plainLabel(label: string): string {
  return label
    .normalize('NFKC')
    .replace(/\([^)]*\)?/g, '')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase()
}

/** Share of the letter pairs that both have (Dice), 0 to 1. */
function likenessOf(one: string, other: string): number {
  if (one === '' || other === '') return 0
  if (one === other) return 1
  const [first, second] = [pairsOf(one), pairsOf(other)]
  const rest = [...second]
  const both = first.filter((pair) => {
    const at = rest.indexOf(pair)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  }).length
  return (2 * both) / (first.length + second.length)
}

function pairsOf(text: string): string[] {
  const letters = [...text]
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}
