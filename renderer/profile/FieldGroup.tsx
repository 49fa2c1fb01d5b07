import type { ReactElement, ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import type { Filing } from '../../rules/schema.ts'
import { type Key, useText } from '../text/language.ts'
import { Field } from './Field.tsx'
import { type FieldSpec, hereOf, shownSpecs } from './fields.ts'
import { type PartName, partId } from './SectionNav.tsx'

interface GroupProps {
  prefix: string
  specs: readonly FieldSpec[]
  values: Filing
}

/** Fields side by side, those that matter here. */
export function Fields({ prefix, specs, values }: GroupProps): ReactElement {
  const { control } = useFormContext()
  return (
    <div className="fields">
      {shownSpecs(specs, hereOf(values, prefix)).map((spec) => (
        <Field key={`${prefix}${spec.name}-${spec.list ?? spec.kind}`} prefix={prefix} spec={spec} control={control} />
      ))}
    </div>
  )
}

/** A part of the page with its heading. `at`: the place that the whole part stands for. */
export function Part(props: { part: PartName; at: string; hint?: Key<'profile'>; children: ReactNode }): ReactElement {
  const t = useText('profile')
  return (
    <section
      id={partId(props.part)}
      data-part={props.at}
      className="part"
      aria-labelledby={`${partId(props.part)}-title`}
    >
      <div className="part-head">
        <h2 id={`${partId(props.part)}-title`}>{t(props.part)}</h2>
        {props.hint && <p className="aside">{t(props.hint)}</p>}
      </div>
      {props.children}
    </section>
  )
}
