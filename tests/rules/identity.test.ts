import { expect, test } from 'vitest'
import type { CertificateType } from '../../rules/certificate-types.ts'
import { numberProblem, residentBirthDate } from '../../rules/identity.ts'

/** Published sample numbers of the standards and validators named in rules/data/sources.json; no real person's. */
test.each<[CertificateType, string, string | null, string]>([
  ['resident-id', '11010519491231002X', null, 'python-stdnum, GB 11643 sample'],
  ['resident-id', '11010519491231002x', null, 'a small x is the same'],
  ['resident-id', '１１０１０５１９４９１２３１００２Ｘ', null, 'full-width digits are the same'],
  ['resident-id', '360426199101010071', null, 'any-rule sample'],
  ['resident-id', '110105194912310021', 'checksum', 'last digit changed'],
  ['resident-id', '11010519491231003X', 'checksum', 'one digit changed'],
  ['resident-id', '110105199002300025', 'date', '30 February'],
  ['resident-id', '11010519491231002', 'format', '17 digits'],
  ['resident-id', '110105491231002', 'format', 'first generation, 15 digits'],
  ['resident-id', '81000019900101001X', 'region', 'a residence permit’s number'],
  ['temporary-id', '11010519491231002X', null, 'like a resident ID'],
  ['hk-macao-residence', '810000199001010011', 'checksum', 'region 81 is right'],
  ['hk-macao-residence', '11010519491231002X', 'region', 'a mainland number'],
  ['taiwan-residence', '11010519491231002X', 'region', 'a mainland number'],
  ['business-licence', '91110000600037341L', null, 'GB 32100-2015 sample'],
  ['business-licence', '911100006000373410', 'checksum', 'last character changed'],
  ['business-licence', '91110000I00037341L', 'format', 'I is not in the alphabet'],
  ['business-licence', '110108000000016', null, 'GS15-2006 sample'],
  ['business-licence', '110108000000017', 'checksum', 'last digit changed'],
  ['business-licence', '1101080000000', 'format', '13 digits'],
  ['unified-code-certificate', '91110000600037341L', null, 'GB 32100-2015 sample'],
  ['unified-code-certificate', '110108000000016', 'format', 'no licence number here'],
  ['institution-certificate', '110000000016', null, 'an older number follows no known rule'],
  ['institution-certificate', '911100006000373410', 'checksum', '18 characters are a credit code'],
  ['organization-code', '600037341', null, 'characters 9 to 17 of the credit code sample'],
  ['organization-code', '60003734-1', null, 'with its hyphen'],
  ['organization-code', '60003734-2', 'checksum', 'last digit changed'],
  ['hk-macao-permit', 'H01234567', null, 'nine characters, since 2013'],
  ['hk-macao-permit', 'M0123456701', null, 'eleven characters, older card'],
  ['hk-macao-permit', 'A01234567', 'format', 'neither H nor M'],
  ['taiwan-permit', '01234567', null, 'eight digits'],
  ['taiwan-permit', '0123456701(B)', null, 'ten digits and a letter'],
  ['taiwan-permit', 'T1234567', 'format', 'a letter in front'],
  ['passport', 'E12345678', null, 'letter and eight digits'],
  ['passport', 'E1', 'format', 'too short'],
  ['military-code', '示例部队', null, 'no rule known'],
])('%s %s: %s (%s)', (type, number, problem) => {
  expect(numberProblem(type, number)).toBe(problem)
})

test('every other last character of a sample is refused', () => {
  const wrong = [...'0123456789X'].filter((last) => numberProblem('resident-id', `11010519491231002${last}`) === null)
  expect(wrong).toEqual(['X'])
})

test.each([
  ['11010519491231002X', '1949-12-31'],
  ['360426199101010071', '1991-01-01'],
  ['110105199002300025', null],
])('the birthday in %s is %s', (number, date) => {
  expect(residentBirthDate(number)).toBe(date)
})
