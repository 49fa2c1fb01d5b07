import { type ReactElement, useEffect, useMemo, useState } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import type { Filing } from '../../rules/schema.ts'
import { type Desk, useDesk } from '../filing/desk.ts'
import { PageHead } from '../filing/PageHead.tsx'
import { fieldId } from '../filing/paths.ts'
import { useText } from '../text/language.ts'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { useAutosave } from './autosave.ts'
import { errorKey } from './Field.tsx'
import { specAt } from './fields.ts'
import { ProfileContext, type ProfileFacts } from './profile-context.ts'
import { filingResolver } from './resolver.ts'
import { SaveLine } from './SaveLine.tsx'
import { SectionNav } from './SectionNav.tsx'
import { ServiceList } from './ServiceList.tsx'
import { SubjectParts } from './SubjectParts.tsx'
import { fieldsAt } from './wrong-fields.ts'
import './profile.css'

/** All facts of a filing on one page; it saves itself. `at`: the field to begin with. */
export function ProfilePage({ at }: { at: string | null }): ReactElement {
  const desk = useDesk()
  const t = useText('profile')
  const [defaultValues] = useState(() => structuredClone(desk.view.filing) as Record<string, unknown>)
  const form = useForm({ defaultValues, mode: 'onBlur', reValidateMode: 'onBlur', resolver: filingResolver })
  const { save, saveNow } = useAutosave(form, desk.view)
  const values = useWatch({ control: form.control }) as Filing
  const facts = useFacts(desk, at)
  useGoTo(at)
  const errors = fieldsAt(form.formState.errors).flatMap((place) => {
    const spec = specAt(values, place)
    return spec ? [{ id: fieldId(place), label: t(spec.label), text: t(errorKey(spec), { max: 300 }) }] : []
  })
  return (
    <FormProvider {...form}>
      <ProfileContext.Provider value={facts}>
        <div className="profile">
          <PageHead title={t('title')} aside={<SaveLine save={save} onSave={saveNow} />} />
          <div className="profile-body">
            <SectionNav values={values} />
            <main id="main" tabIndex={-1} className="page">
              <form className="profile-form" onSubmit={(event) => event.preventDefault()} aria-label={t('title')}>
                {save.state === 'failed' && <FailureNote error={save.error} onRetry={() => void saveNow()} />}
                <ErrorSummary errors={errors} />
                <SubjectParts values={values} />
                <ServiceList values={values} />
              </form>
            </main>
          </div>
        </div>
      </ProfileContext.Provider>
    </FormProvider>
  )
}

function useFacts({ lists, checklist }: Desk, goal: string | null): ProfileFacts {
  return useMemo(
    () => ({ lists, findings: checklist?.findings ?? [], asks: checklist?.asks ?? [], goal }),
    [lists, checklist, goal],
  )
}

/** Brings the field that a finding or a question named into sight, and the cursor into it. */
function useGoTo(at: string | null): void {
  useEffect(() => {
    if (at === null) return
    const input = document.getElementById(fieldId(at))
    const place = input ?? document.querySelector(`[data-part="${CSS.escape(at)}"]`)
    place?.scrollIntoView({ block: 'center' })
    const target = input?.matches('input, textarea, button') ? input : (input ?? place)?.querySelector('input, button')
    if (target instanceof HTMLElement) target.focus({ preventScroll: true })
  }, [at])
}
