/** All forms there are, parsed once at load: a mistake in the data stops the start and names its place. */
import authenticityCommitment from '../../../assets/forms/authenticity-commitment.json' with { type: 'json' }
import authorizationLetterSite from '../../../assets/forms/authorization-letter-site.json' with { type: 'json' }
import authorizationLetterSubject from '../../../assets/forms/authorization-letter-subject.json' with { type: 'json' }
import beijingConfirmation from '../../../assets/forms/beijing-confirmation.json' with { type: 'json' }
import changeStatement from '../../../assets/forms/change-statement.json' with { type: 'json' }
import cultureCommitment from '../../../assets/forms/culture-commitment.json' with { type: 'json' }
import domainAttachment from '../../../assets/forms/domain-attachment.json' with { type: 'json' }
import domainAuthorization from '../../../assets/forms/domain-authorization.json' with { type: 'json' }
import domainRegistrantProof from '../../../assets/forms/domain-registrant-proof.json' with { type: 'json' }
import employmentProof from '../../../assets/forms/employment-proof.json' with { type: 'json' }
import financePromotionLetter from '../../../assets/forms/finance-promotion-letter.json' with { type: 'json' }
import guangdongFinanceCommitment from '../../../assets/forms/guangdong-finance-commitment.json' with { type: 'json' }
import guardianConsent from '../../../assets/forms/guardian-consent.json' with { type: 'json' }
import informationServiceCommitment from '../../../assets/forms/information-service-commitment.json' with {
  type: 'json',
}
import noPreapprovalCommitment from '../../../assets/forms/no-preapproval-commitment.json' with { type: 'json' }
import residenceStatement from '../../../assets/forms/residence-statement.json' with { type: 'json' }
import responsibilityNotice from '../../../assets/forms/responsibility-notice.json' with { type: 'json' }
import siteConstructionPlan from '../../../assets/forms/site-construction-plan.json' with { type: 'json' }
import situationStatement from '../../../assets/forms/situation-statement.json' with { type: 'json' }
import tutoringCommitment from '../../../assets/forms/tutoring-commitment.json' with { type: 'json' }
import verificationForm from '../../../assets/forms/verification-form.json' with { type: 'json' }
import { Failure } from '../failure.ts'
import { FormDefinition } from './form-shape.ts'

/** In the order in which they are listed: first the form of the five pictures, then the letters, then what is rarer. */
const files: readonly unknown[] = [
  verificationForm,
  authorizationLetterSubject,
  authorizationLetterSite,
  beijingConfirmation,
  domainRegistrantProof,
  guangdongFinanceCommitment,
  financePromotionLetter,
  siteConstructionPlan,
  authenticityCommitment,
  responsibilityNotice,
  informationServiceCommitment,
  noPreapprovalCommitment,
  tutoringCommitment,
  cultureCommitment,
  situationStatement,
  domainAttachment,
  residenceStatement,
  changeStatement,
  domainAuthorization,
  employmentProof,
  guardianConsent,
]

export const formDefinitions: readonly FormDefinition[] = files.map((file) => FormDefinition.parse(file))

/** Fails with `form.unknown`, naming the forms there are. */
export function formDefinition(id: string): FormDefinition {
  const found = formDefinitions.find((definition) => definition.id === id)
  if (found) return found
  throw new Failure('form.unknown', { form: id, known: formDefinitions.map((definition) => definition.id).join(', ') })
}
