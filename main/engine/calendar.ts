import { IsoDate } from '../../rules/schema.ts'

/** Today where the person is. The rules have no clock: whoever asks them says which day it is. */
export function localDay(now = new Date()): IsoDate {
  const two = (value: number) => String(value).padStart(2, '0')
  return IsoDate.parse(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`)
}
