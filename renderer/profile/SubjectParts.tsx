import { Checkbox } from 'antd'
import { type ReactElement, useEffect, useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import type { Filing } from '../../rules/schema.ts'
import { useText } from '../text/language.ts'
import { Fields, Part } from './FieldGroup.tsx'
import { applicant, basics, legal, person, subject } from './fields.ts'

/** Who files: what kind of filing, the subject, and the people who answer for it. */
export function SubjectParts({ values }: { values: Filing }): ReactElement {
  const individual = values.subject?.nature === 'individual'
  useFittingCertificate(values)
  return (
    <>
      <Part part="basics" at="" hint="basicsHint">
        <Fields prefix="" specs={basics} values={values} />
      </Part>
      <Part part="subject" at="subject" hint="subjectHint">
        <Fields prefix="subject." specs={subject} values={values} />
      </Part>
      {!individual && (
        <Part part="legal" at="subject.legalRepresentative">
          <Fields prefix="subject.legalRepresentative." specs={legal} values={values} />
        </Part>
      )}
      {individual ? (
        <Part part="responsible" at="subject.responsiblePerson" hint="applicantHint">
          <Fields prefix="subject.responsiblePerson." specs={applicant} values={values} />
        </Part>
      ) : (
        <Part part="responsible" at="subject.responsiblePerson">
          <SamePerson place="subject.responsiblePerson" word="legal-representative" values={values}>
            <Fields prefix="subject.responsiblePerson." specs={person} values={values} />
          </SamePerson>
        </Part>
      )}
    </>
  )
}

interface SamePersonProps {
  place: string
  /** What stands in the place of a person when it is the same one. */
  word: 'legal-representative' | 'subject'
  values: Filing
  children: ReactElement
}

/** A person of their own, or the word that says it is somebody already named. Typed facts come back when unticked. */
export function SamePerson({ place, word, children }: SamePersonProps): ReactElement {
  const t = useText('profile')
  const { setValue, watch } = useFormContext()
  const value: unknown = watch(place)
  const typed = useRef<unknown>(undefined)
  const same = value === word
  const change = (ticked: boolean) => {
    if (ticked) typed.current = value
    setValue(place, ticked ? word : (typed.current ?? {}), { shouldDirty: true, shouldTouch: true })
  }
  return (
    <>
      <Checkbox className="same-person" checked={same} onChange={(event) => change(event.target.checked)}>
        {t(word === 'subject' ? 'sameAsSubject' : 'sameAsLegal')}
      </Checkbox>
      {!same && children}
    </>
  )
}

/** A person's certificate cannot stay when the subject becomes a unit, nor the other way round. */
function useFittingCertificate(values: Filing): void {
  const { setValue } = useFormContext()
  const nature = values.subject?.nature
  const before = useRef(nature)
  useEffect(() => {
    const was = before.current
    before.current = nature
    if (was === undefined || nature === undefined || (was === 'individual') === (nature === 'individual')) return
    setValue('subject.certificate.type', '', { shouldDirty: true })
  }, [nature, setValue])
}
