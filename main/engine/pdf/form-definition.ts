/** What a form asks, as data of `assets/forms/`: its fields in the order of the paper, and the places left to the hand. */
import { z } from 'zod'
import verificationForm from '../../../assets/forms/verification-form.json' with { type: 'json' }
import { handPlaceWhys } from '../../../rules/answers.ts'
import { MaterialId, Slug, Text } from '../../../rules/schema.ts'
import { Failure } from '../failure.ts'

const FieldBase = { id: Slug, title: Text, section: Slug }
const TextField = z.strictObject({
  ...FieldBase,
  kind: z.literal('text'),
  /** How it is written, or where it is found when it is not known yet. */
  hint: Text,
})
const HandField = z.strictObject({ ...FieldBase, kind: z.literal('hand'), why: z.enum(handPlaceWhys) })

const Shape = z.strictObject({
  format: z.literal('beiqi-form/1'),
  id: Slug,
  title: Text,
  edition: z.string().min(1),
  /** The material of the checklist that the signed form becomes. */
  material: MaterialId,
  sections: z.array(z.strictObject({ id: Slug, title: Text })).min(1),
  fields: z.array(z.discriminatedUnion('kind', [TextField, HandField])).min(1),
  /** Ids of the rules' list of sources. */
  sources: z.array(z.strictObject({ id: Slug, title: z.string().min(1), vintage: z.string().min(4) })).min(1),
})
/** Also checked: ids are unique, and each field names a section there is. */
export const FormDefinition = Shape.superRefine(({ sections, fields }, context) => {
  const known = new Set(sections.map(({ id }) => id))
  const seen = new Set<string>()
  for (const [index, { id, section }] of fields.entries()) {
    if (seen.has(id))
      context.addIssue({ code: 'custom', path: ['fields', index, 'id'], message: `${id} is there twice` })
    if (!known.has(section))
      context.addIssue({ code: 'custom', path: ['fields', index, 'section'], message: 'unknown' })
    seen.add(id)
  }
})
export type FormDefinition = z.infer<typeof FormDefinition>
export type FormTextField = z.infer<typeof TextField>

/** All forms that can be filled, parsed once at load: a mistake in the data stops the start and names its place. */
export const formDefinitions: readonly FormDefinition[] = [FormDefinition.parse(verificationForm)]

/** Fails with `form.unknown`, naming the forms there are. */
export function formDefinition(id: string): FormDefinition {
  const found = formDefinitions.find((definition) => definition.id === id)
  if (found) return found
  throw new Failure('form.unknown', { form: id, known: formDefinitions.map((definition) => definition.id).join(', ') })
}

export function textFields(definition: FormDefinition): FormTextField[] {
  return definition.fields.filter((field) => field.kind === 'text')
}
