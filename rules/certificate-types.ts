/** The kinds of certificates that a filing can name. */
import { z } from 'zod'

export const personCertificateTypes = [
  'resident-id',
  'temporary-id',
  'hk-macao-residence',
  'hk-macao-permit',
  'taiwan-residence',
  'taiwan-permit',
  'passport',
] as const
export const unitCertificateTypes = [
  'business-licence',
  'organization-code',
  'institution-certificate',
  'unified-code-certificate',
  'social-group-certificate',
  'private-non-enterprise-certificate',
  'foundation-certificate',
  'law-firm-licence',
  'military-code',
  'other-unit-certificate',
] as const
export const CertificateType = z.enum([...personCertificateTypes, ...unitCertificateTypes])
export type CertificateType = z.infer<typeof CertificateType>
