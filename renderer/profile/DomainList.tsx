import { type ReactElement, useContext, useState } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import type { Domain, Filing } from '../../rules/schema.ts'
import { readAt } from '../filing/paths.ts'
import { useText } from '../text/language.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { shownDate } from '../ui/typed-text.ts'
import { Fields } from './FieldGroup.tsx'
import { domain } from './fields.ts'
import { ProfileContext } from './profile-context.ts'

/** Up to this many domains stand open; a long list shows one line each. */
const openAtMost = 2

/** The domains of one service. */
export function DomainList({ index, values }: { index: number; values: Filing }): ReactElement {
  const t = useText('profile')
  const { control } = useFormContext()
  const { fields, append, remove } = useFieldArray({ control, name: `services.${index}.domains` })
  return (
    <section data-part={`services[${index}].domains`}>
      <h3>{t('domain')}</h3>
      {fields.map((field, nth) => (
        <DomainCard
          key={field.id}
          at={`services[${index}].domains[${nth}]`}
          nth={nth}
          many={fields.length > openAtMost}
          values={values}
          onRemove={() => remove(nth)}
        />
      ))}
      <Button small icon="plus" onClick={() => append({ name: '' })}>
        {t('addDomain')}
      </Button>
    </section>
  )
}

interface DomainCardProps {
  at: string
  nth: number
  many: boolean
  values: Filing
  onRemove(): void
}

/** Open where there are few, where it is new, and where the person was sent; closed it has no fields at all. */
function DomainCard({ at, nth, many, values, onRemove }: DomainCardProps): ReactElement {
  const t = useText('profile')
  const { goal } = useContext(ProfileContext)
  const { name, expires } = (readAt(values, at) ?? {}) as Partial<Domain>
  const [open, setOpen] = useState(!many || !name || (goal?.startsWith(`${at}.`) ?? false))
  return (
    <details className="domain-card" data-part={at} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="domain-name">{name || t('domainNth', { n: nth + 1 })}</span>
        {expires && <span className="aside figures">{t('expiresOn', { day: shownDate(expires) })}</span>}
        <IconButton
          small
          icon="trash"
          name={t('removeDomain', { n: nth + 1 })}
          onClick={(event) => {
            event.preventDefault()
            onRemove()
          }}
        />
      </summary>
      {open && <Fields prefix={`${at}.`} specs={domain} values={values} />}
    </details>
  )
}
