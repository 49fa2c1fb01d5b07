/**
 * The words of the domain, as zod schemas and the types they infer.
 * A filing file (`beiqi-filing/1`), a row in the store and a call over the bridge all speak these.
 * Whatever is not yet known is absent; an unknown key is an error that names its path.
 */
import { z } from 'zod'
import { CertificateType } from './certificate-types.ts'
import { Change } from './change-schema.ts'
import { SlotJoining } from './joining.ts'
import { Overruled } from './overruled-schema.ts'

export const IsoDate = z.iso.date().brand<'IsoDate'>()
export type IsoDate = z.infer<typeof IsoDate>

/** The end of a certificate: a day, or a certificate that never ends (长期). */
const ValidUntil = z.union([IsoDate, z.literal('long-term')])

const Name = z.string().trim().min(1).max(200)

/** The 31 provincial administrations, GB/T 2260. `rules/data/provinces.json` gives each its names. */
export const provinceCodes: readonly string[] = [
  ...['11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43'],
  ...['44', '45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65'],
]
const ProvinceCode = z
  .string()
  .refine((code) => provinceCodes.includes(code), 'two digits of GB/T 2260 of a mainland province, for example "44"')
  .meta({ enum: [...provinceCodes] })
/** A data file's id: lower-case words joined by hyphens. */
export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

export const filingTypes = ['first', 'new-site', 'access', 'change', 'cancel'] as const
export const FilingType = z.enum(filingTypes)

export const natures = [
  'individual',
  'enterprise',
  'sole-trader',
  'public-institution',
  'government',
  'social-group',
  'private-non-enterprise',
  'foundation',
  'law-firm',
  'military',
  'other',
] as const
export const Nature = z.enum(natures)
export type Nature = z.infer<typeof Nature>

export const Certificate = z.strictObject({
  type: CertificateType.optional(),
  number: z.string().trim().min(1).max(60).optional(),
  validFrom: IsoDate.optional(),
  validUntil: ValidUntil.optional(),
  address: z.string().trim().max(300).optional(),
})
export type Certificate = z.infer<typeof Certificate>

/** Where a person is a resident; it decides which certificates are accepted. */
export const personRegions = ['mainland', 'hong-kong-macao', 'taiwan', 'foreign'] as const

export const Person = z.strictObject({
  name: Name.optional(),
  /** Needed only where the certificate does not tell it (a passport). */
  region: z.enum(personRegions).optional(),
  certificate: Certificate.optional(),
  mobile: z.string().trim().max(30).optional(),
  emergencyMobile: z.string().trim().max(30).optional(),
  email: z.string().trim().max(200).optional(),
  birthDate: IsoDate.optional(),
  /** Where the mobile number belongs to (号码归属地); a number does not tell it by itself. */
  mobileProvince: ProvinceCode.optional(),
  /** Last day of the residence permit of the province, for a person whose ID is of another one. */
  residencePermitUntil: IsoDate.optional(),
})
export type Person = z.infer<typeof Person>

export const registrantRelations = [
  'applicant',
  'unit',
  'shareholder',
  'legal-representative',
  'responsible-person',
  'executive',
  'other',
] as const

export const Domain = z.strictObject({
  name: z.string().trim().toLowerCase().min(3).max(253),
  registrar: z.string().trim().max(100).optional(),
  registrarApproved: z.boolean().optional(),
  registrarInternational: z.boolean().optional(),
  registrantName: Name.optional(),
  registrantRelation: z.enum(registrantRelations).optional(),
  /** The shareholder that holds it is the unit's foreign parent company. */
  registrantForeignParent: z.boolean().optional(),
  registrantCertificate: Certificate.optional(),
  realNameVerified: z.boolean().optional(),
  /** The day on which the real name was verified: it takes some days to reach the administrations. */
  realNameVerifiedOn: IsoDate.optional(),
  expires: IsoDate.optional(),
})
export type Domain = z.infer<typeof Domain>

export const Server = z.strictObject({
  product: Slug.optional(),
  region: z.string().trim().max(60).optional(),
  billing: z.enum(['subscription', 'pay-as-you-go']).optional(),
  periodMonths: z.number().int().min(0).max(240).optional(),
  remainingMonths: z.number().min(0).max(240).optional(),
  /** The day to which it is paid; the months left then follow from it, on every day. */
  expires: IsoDate.optional(),
  renewed: z.boolean().optional(),
  publicBandwidth: z.boolean().optional(),
  orderAmountCny: z.number().min(0).max(100_000_000).optional(),
  filingCodesUsed: z.number().int().min(0).max(1000).optional(),
})

export const materialIds = [
  'subject-responsible-id',
  'site-responsible-id',
  'organizer-certificate',
  'verification-form',
  'face-verification',
  'handheld-person',
  'handheld-organizer',
  'authorization-letter',
  'beijing-confirmation',
  'domain-registrant-proof',
  'guangdong-finance-commitment',
  'site-construction-plan',
  'domain-certificate',
  'domain-verification-screenshot',
  'legal-representative-id',
  'domain-attachment',
  'residence-permit',
  'change-proof',
  'authenticity-commitment',
  'responsibility-notice',
  'information-service-commitment',
  'preapproval-document',
  'party-confirmation',
  'phone-bill',
  'employment-or-guardian-proof',
  'no-preapproval-commitment',
  'institution-approval',
  'situation-statement',
  'access-contract',
  'domain-authorization',
] as const
export const MaterialId = z.enum(materialIds)
export type MaterialId = z.infer<typeof MaterialId>

/** What a paper is, where one line of the checklist takes several; named in `data/papers.json`. */
export const paperKinds = [
  'permit',
  'student-card',
  'social-insurance',
  'work-proof',
  'lease',
  'property-deed',
  'guardian-papers',
  'articles',
  'appointment',
] as const
export const PaperKind = z.enum(paperKinds)
export type PaperKind = z.infer<typeof PaperKind>

/** What stands on a letter, proof or commitment. Of several of one material: the oldest. */
export const Paper = z.strictObject({
  kind: PaperKind.optional(),
  /** Signed, issued or printed on. */
  issuedOn: IsoDate.optional(),
  validUntil: ValidUntil.optional(),
})
export type Paper = z.infer<typeof Paper>
const Papers = z.partialRecord(MaterialId, Paper)

/** A point in pixels of the picture as it stands at that step, from its top left. */
const Point = z.tuple([z.number(), z.number()])
/** The document's corners, clockwise from the corner that shall become the top left. */
export const Corners = z.tuple([Point, Point, Point, Point])
export type Corners = z.infer<typeof Corners>

/** The same for every pixel; see `tone.ts`. How far it may go is in `data/joining.json`. */
export const Tone = z.strictObject({
  kind: z.literal('tone'),
  /** Factors that take the cast off white paper; green stays. */
  red: z.number().min(0.1).max(10).default(1),
  blue: z.number().min(0.1).max(10).default(1),
  /** Steps of light: +1 makes each level the square root of itself, -1 its square. */
  brightness: z.number().min(-1).max(1).default(0),
  contrast: z.number().min(-1).max(1).default(0),
})
export type Tone = z.infer<typeof Tone>

/**
 * All that may be done to an original: geometry and tone. Retouching is not in the list, so it cannot happen.
 * Applied in order to the upright picture (EXIF orientation already obeyed).
 */
export const Adjustment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rotate'), degrees: z.number().min(-360).max(360) }),
  z.strictObject({
    kind: z.literal('crop'),
    left: z.number().int().min(0),
    top: z.number().int().min(0),
    width: z.number().int().min(1),
    height: z.number().int().min(1),
  }),
  z.strictObject({
    kind: z.literal('straighten'),
    corners: Corners,
    /** Width divided by height of the real document, where known (ID-1 card: 85.60 / 53.98). */
    aspect: z.number().min(0.05).max(20).optional(),
  }),
  Tone,
])
export type Adjustment = z.infer<typeof Adjustment>

/** Which page of a PDF or TIFF, counted from 1. */
export const PageNumber = z.number().int().min(1).max(10_000)

/**
 * A file of a material, relative to the filing file: a name, or a name with which page of it is meant and what is to be
 * done to it. The same file may stand several times: each page, and each document on a photo, is a picture of its own.
 */
export const MaterialFile = z.union([
  z.string().min(1),
  z.strictObject({
    file: z.string().min(1),
    page: PageNumber.optional(),
    adjustments: z.array(Adjustment).max(100).optional(),
    overruled: z.array(Overruled).max(30).optional(),
  }),
])
export type MaterialFile = z.infer<typeof MaterialFile>
export const Materials = z.partialRecord(MaterialId, z.array(MaterialFile).max(200))
export type Materials = z.infer<typeof Materials>

export const Service = z.strictObject({
  type: z.enum(['website', 'app', 'mini-program']).optional(),
  name: z.string().trim().min(1).max(100).optional(),
  domains: z.array(Domain).max(500).optional(),
  /** "subject": the subject's responsible person looks after this service as well. */
  responsiblePerson: z.union([z.literal('subject'), Person]).optional(),
  topics: z.array(Slug).max(50).optional(),
  server: Server.optional(),
  /** What is written into the portal's remark (备注) about this site. */
  remark: z.string().trim().max(1000).optional(),
  /** What the applicant writes into forms himself (a plan's sections, an employer), by form and field. */
  formTexts: z.record(Slug, z.record(Slug, z.string().trim().max(5000))).optional(),
  /** Files that belong to this service alone, when a filing has several. */
  materials: Materials.optional(),
  papers: Papers.optional(),
})
export type Service = z.infer<typeof Service>

export const Subject = z.strictObject({
  nature: Nature.optional(),
  name: Name.optional(),
  certificate: Certificate.optional(),
  contactAddress: z.string().trim().max(300).optional(),
  /** The contact address lies in the city of the certificate's address; asked for where the two do not tell. */
  addressInSameCity: z.boolean().optional(),
  /** The business scope (经营范围) as it stands on the licence. */
  businessScope: z.string().trim().max(3000).optional(),
  /** Of a sole trader: has a seal, has a trade name (字号), is found in the public registry. */
  hasSeal: z.boolean().optional(),
  hasTradeName: z.boolean().optional(),
  inRegistry: z.boolean().optional(),
  /** Services and domain prefixes already filed under this subject, before this filing. */
  filedServiceCount: z.number().int().min(0).max(10_000).optional(),
  filedDomainCount: z.number().int().min(0).max(10_000).optional(),
  legalRepresentative: Person.optional(),
  /** "legal-representative": the same person. */
  responsiblePerson: z.union([z.literal('legal-representative'), Person]).optional(),
})
export type Subject = z.infer<typeof Subject>

export const filingFormat = 'beiqi-filing/1'
export const Filing = z.strictObject({
  format: z.literal(filingFormat),
  provider: Slug.optional(),
  province: ProvinceCode.optional(),
  filingType: FilingType.optional(),
  /** The paper 真实性核验单 is asked for: the provider still issues it. */
  paperForm: z.boolean().optional(),
  /** The first review is passed, so the face or curtain check is due. */
  firstReviewPassed: z.boolean().optional(),
  /** Not all domains fit on the verification form. */
  domainsFitOnForm: z.boolean().optional(),
  change: Change.optional(),
  subject: Subject.optional(),
  services: z.array(Service).max(500).optional(),
  materials: Materials.optional(),
  papers: Papers.optional(),
  /** By the slot's id, which is its material's ("subject-responsible-id"; with a number where sites have their own). */
  joining: z.record(Slug, SlotJoining).optional(),
  /** Purpose watermark (用途水印) of the files that are uploaded, where the provider allows these words. */
  watermark: z.string().trim().min(1).max(60).optional(),
})
export type Filing = z.infer<typeof Filing>

/** Text in the two languages of the program. Chinese is the source. */
export const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
export type Text = z.infer<typeof Text>
