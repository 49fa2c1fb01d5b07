import type { ReactElement } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import type { Filing, Service } from '../../rules/schema.ts'
import { useText } from '../text/language.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { tell } from '../ui/notices.ts'
import { DomainList } from './DomainList.tsx'
import { Fields, Part } from './FieldGroup.tsx'
import { person, server, service } from './fields.ts'
import { SamePerson } from './SubjectParts.tsx'

/** Websites and other services, each with its domains and its server. */
export function ServiceList({ values }: { values: Filing }): ReactElement {
  const t = useText('profile')
  const common = useText('common')
  const { control, getValues } = useFormContext()
  const { fields, append, remove, insert } = useFieldArray({ control, name: 'services' })
  const take = (index: number) => {
    const gone = structuredClone(getValues(`services.${index}`) as Service)
    remove(index)
    const name = gone.name ?? t('serviceNth', { n: index + 1 })
    tell(t('serviceRemoved', { name }), {
      action: { label: common('undo'), run: () => insert(index, gone) },
    })
  }
  return (
    <Part part="service" at="services">
      <div className="stack">
        {fields.map((field, index) => (
          <ServiceCard key={field.id} index={index} values={values} onRemove={() => take(index)} />
        ))}
        <div>
          <Button icon="plus" onClick={() => append({ type: 'website' })}>
            {t('addService')}
          </Button>
        </div>
      </div>
    </Part>
  )
}

interface CardProps {
  index: number
  values: Filing
  onRemove(): void
}

function ServiceCard({ index, values, onRemove }: CardProps): ReactElement {
  const t = useText('profile')
  const prefix = `services[${index}].`
  return (
    <article className="sub-card" data-part={`services[${index}]`}>
      <div className="sub-head">
        <h3>{t('serviceNth', { n: index + 1 })}</h3>
        <IconButton small icon="trash" name={t('removeService', { n: index + 1 })} onClick={onRemove} />
      </div>
      <Fields prefix={prefix} specs={service} values={values} />
      <DomainList index={index} values={values} />
      <section data-part={`services[${index}].responsiblePerson`}>
        <h3>{t('sitePerson')}</h3>
        <SamePerson place={`services.${index}.responsiblePerson`} word="subject" values={values}>
          <Fields prefix={`${prefix}responsiblePerson.`} specs={person} values={values} />
        </SamePerson>
      </section>
      <section data-part={`services[${index}].server`}>
        <h3>{t('server')}</h3>
        <p className="aside">{t('serverHint')}</p>
        <Fields prefix={`${prefix}server.`} specs={server} values={values} />
      </section>
    </article>
  )
}
