import { memo, type ReactElement, useContext } from 'react'
import { type Control, type FieldValues, useController } from 'react-hook-form'
import type { Ask, Finding } from '../../rules/answers.ts'
import { useAskLine } from '../filing/ask-line.ts'
import { dotted, fieldId } from '../filing/paths.ts'
import { useOurs, useText } from '../text/language.ts'
import { StatusTag } from '../ui/StatusTag.tsx'
import { FieldInput } from './FieldInput.tsx'
import type { FieldSpec } from './fields.ts'
import { ProfileContext } from './profile-context.ts'

/** What the person is told when a value of this kind cannot be read. */
export function errorKey({ kind }: FieldSpec) {
  switch (kind) {
    case 'date':
      return 'errorDate'
    case 'end-date':
      return 'errorEndDate'
    case 'number':
      return 'errorNumber'
    case 'domain':
      return 'errorDomain'
    case 'choice':
    case 'many':
      return 'errorChoice'
    default:
      return 'errorText'
  }
}

interface FieldRowProps {
  prefix: string
  spec: FieldSpec
  control: Control
}

/** One fact: its label, its input, what is wrong with it, and what the rules say about it. */
export const Field = memo(function Field({ prefix, spec, control }: FieldRowProps): ReactElement {
  const t = useText('profile')
  const at = prefix + spec.name
  const id = fieldId(at)
  const { lists, findings, asks } = useContext(ProfileContext)
  const { field, fieldState } = useController<FieldValues>({ control, name: dotted(at) })
  const invalid = fieldState.error !== undefined
  const here = findings.filter((finding) => finding.at === at)
  const empty = field.value === undefined || field.value === ''
  const asked = empty ? asks.find((ask) => ask.at === at) : undefined
  return (
    <div className={`field ${spec.wide ? 'wide' : ''}`} data-at={at}>
      <label id={`${id}-label`} htmlFor={id}>
        {t(spec.label)}
      </label>
      <FieldInput
        id={id}
        spec={spec}
        lists={lists}
        value={field.value}
        invalid={invalid}
        onChange={field.onChange}
        onBlur={field.onBlur}
      />
      <div id={`${id}-more`} className="field-more">
        {invalid && <p className="field-error">{t(errorKey(spec), { max: 300 })}</p>}
        {!invalid && asked && <AskedLine ask={asked} />}
        {here.map((finding) => (
          <FindingLine key={finding.code} finding={finding} />
        ))}
      </div>
    </div>
  )
})

function AskedLine({ ask }: { ask: Ask }): ReactElement {
  const line = useAskLine()
  return <p className="aside">{line(ask)}</p>
}

function FindingLine({ finding }: { finding: Finding }): ReactElement {
  const ours = useOurs()
  return (
    <p className="field-finding">
      <StatusTag status={finding.severity} /> {ours(finding)} {ours(finding.fix)}
    </p>
  )
}
