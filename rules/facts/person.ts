/** Facts of one responsible person or legal representative. */
import type { Reading } from '../condition.ts'
import { ageOn, daysBetween } from '../dates.ts'
import { datedTypes, numberProblem, plainNumber, residentBirthDate } from '../identity.ts'
import { type IsoDate, personRegions, provinceCodes } from '../schema.ts'
import type { Tables } from '../tables.ts'
import { certificateTypeTitle, personCertificates } from './certificate.ts'
import { type Fact, given, known, mapped, missing, type PersonScope, personRoles } from './reading.ts'
import type { Field, PersonView } from './views.ts'

/** The birthday in a number that can be believed. */
function numberBirthDate({ certificate: { type, number } }: PersonView): IsoDate | null {
  if (type.value === undefined || number.value === undefined || !datedTypes.includes(type.value)) return null
  return numberProblem(type.value, number.value) === null ? residentBirthDate(plainNumber(number.value)) : null
}

/** Written and in the number, but not the same day; or a day that is still to come. */
function birthDateContradicts({ person, filing }: PersonScope): boolean {
  const fromNumber = numberBirthDate(person)
  const written = person.birthDate.value
  const differ = fromNumber !== null && written !== undefined && written !== fromNumber
  return differ || [fromNumber, written].some((date) => date && date > filing.on)
}

function age(scope: PersonScope): Reading {
  const { person, filing } = scope
  if (birthDateContradicts(scope)) return missing(person.birthDate.at)
  const fromNumber = numberBirthDate(person)
  const { type, number } = person.certificate
  const birth = fromNumber ?? person.birthDate.value
  if (birth !== undefined) {
    return known(ageOn(birth, filing.on), fromNumber === null ? person.birthDate.at : number.at)
  }
  if (type.value !== undefined && !datedTypes.includes(type.value)) return missing(person.birthDate.at)
  if (number.value === undefined) return missing(number.at)
  return missing(type.value === undefined ? type.at : person.birthDate.at)
}

/** Written, or told by the kind of certificate; a passport tells nothing. */
function region({ person, filing: { tables } }: PersonScope): Reading {
  if (person.region.value !== undefined) return known(person.region.value, person.region.at)
  const { type } = person.certificate
  if (type.value === undefined) return missing(type.at)
  const regions = tables.certificates.types.find(({ id }) => id === type.value)?.regions ?? []
  return regions.length === 1 && type.value !== 'passport'
    ? known(regions[0] ?? '', type.at)
    : missing(person.region.at)
}

/** By the address on the certificate, else by the first two digits of a resident ID. */
function idProvince({ certificate: { address, number, type } }: PersonView, tables: Tables): Reading {
  const named = mapped(address.value, (text) => tables.provinces.find(({ title }) => text.startsWith(title.zh))?.code)
  if (named !== undefined) return known(named, address.at)
  if (type.value !== undefined && type.value !== 'resident-id' && type.value !== 'temporary-id')
    return missing(address.at)
  if (number.value === undefined) return missing(number.at)
  const code = plainNumber(number.value).slice(0, 2)
  return provinceCodes.includes(code) ? known(code, number.at) : missing(address.at)
}

function idProvinceMatches({ person, filing }: PersonScope): Reading {
  const reading = idProvince(person, filing.tables)
  if (!('value' in reading)) return reading
  const { province } = filing.filing
  return province === undefined ? missing('province') : known(reading.value === province, reading.at)
}

function ofField(kind: Fact<PersonScope>['kind'], field: (person: PersonView) => Field<string>): Fact<PersonScope> {
  return {
    kind,
    read: ({ person }) => {
      const { value, at } = field(person)
      return given(value, at)
    },
  }
}

/** A field that has the wrong shape; an absent one is asked for by another fact. */
function malformed(field: (person: PersonView) => Field<string>, expression: RegExp): Fact<PersonScope> {
  return {
    kind: 'yes-no',
    read: ({ person }) => {
      const { value, at } = field(person)
      return known(value !== undefined && !expression.test(plainNumber(value)), at)
    },
  }
}

function phonesSame({ mobile, emergencyMobile }: PersonView): Reading {
  if (mobile.value === undefined) return missing(mobile.at)
  if (emergencyMobile.value === undefined) return missing(emergencyMobile.at)
  return known(plainNumber(mobile.value) === plainNumber(emergencyMobile.value), emergencyMobile.at)
}

function regionRefusesType({ person, filing: { tables } }: PersonScope): Reading {
  const { type } = person.certificate
  const { value, at } = person.region
  if (type.value === undefined) return missing(type.at)
  if (value === undefined) return type.value === 'passport' ? missing(at) : known(false, type.at)
  const regions = tables.certificates.types.find(({ id }) => id === type.value)?.regions
  return known(regions !== undefined && !regions.includes(value), type.at)
}

function mobileProvinceMatches({ person, filing }: PersonScope): Reading {
  const { value, at } = person.mobileProvince
  const { province } = filing.filing
  if (value === undefined) return missing(at)
  return province === undefined ? missing('province') : known(value === province, at)
}

/** Resident numbers: the 17th digit is odd for men. */
function sex({ person: { certificate } }: PersonScope): Reading {
  const { number, type } = certificate
  const believed =
    type.value !== undefined &&
    number.value !== undefined &&
    datedTypes.includes(type.value) &&
    numberProblem(type.value, number.value) === null
  if (!believed) return missing(number.at)
  return known(Number(plainNumber(number.value ?? '')[16]) % 2 === 1 ? 'male' : 'female', number.at)
}

const mobile = /^1[3-9]\d{9}$/

export const personFacts: Record<string, Fact<PersonScope>> = {
  'person.role': { kind: 'word', values: personRoles, read: ({ role, at }) => known(role, at) },
  'person.name': ofField('text', ({ name }) => name),
  'person.age': { kind: 'number', read: age },
  'person.region': { kind: 'word', values: personRegions, read: region },
  'person.certificateType': {
    kind: 'word',
    values: personCertificates,
    title: certificateTypeTitle,
    read: ({ person }) => given(person.certificate.type.value, person.certificate.type.at),
  },
  'person.regionRefusesType': { kind: 'yes-no', read: regionRefusesType },
  'person.birthDateContradicts': {
    kind: 'yes-no',
    read: (scope) => known(birthDateContradicts(scope), scope.person.birthDate.at),
  },
  'person.idProvince': {
    kind: 'word',
    values: provinceCodes,
    title: (code, tables) => tables.provinces.find((province) => province.code === code)?.title,
    read: ({ person, filing }) => idProvince(person, filing.tables),
  },
  'person.idProvinceMatches': { kind: 'yes-no', read: idProvinceMatches },
  'person.sex': { kind: 'word', values: ['male', 'female'], read: sex },
  'person.idNumberPrefix': {
    kind: 'text',
    read: ({ person: { certificate } }) =>
      given(
        mapped(certificate.number.value, (number) => plainNumber(number).slice(0, 3)),
        certificate.number.at,
      ),
  },
  'person.permitDaysLeft': {
    kind: 'number',
    read: ({ person: { residencePermitUntil }, filing }) =>
      given(
        mapped(residencePermitUntil.value, (until) => daysBetween(filing.on, until)),
        residencePermitUntil.at,
      ),
  },
  'person.mobileProvinceMatches': { kind: 'yes-no', read: mobileProvinceMatches },
  'person.mobile': ofField('text', ({ mobile: field }) => field),
  'person.mobileMalformed': malformed(({ mobile: field }) => field, mobile),
  'person.emergencyMobile': ofField('text', ({ emergencyMobile }) => emergencyMobile),
  'person.emergencyMobileMalformed': malformed(({ emergencyMobile }) => emergencyMobile, mobile),
  'person.email': ofField('text', ({ email }) => email),
  'person.emailMalformed': malformed(({ email }) => email, /^[^@\s]+@[^@\s]+\.[^@\s]{2,}$/),
  'person.phonesSame': { kind: 'yes-no', read: ({ person }) => phonesSame(person) },
}
