import { type FailureCode, type FailureData, type FailureParams, failureText } from '../../preload/failures.ts'
import type { Text } from '../../rules/schema.ts'

/** Something expected that the person can act on. Anything else that is thrown is a bug. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: FailureCode
  readonly params: FailureParams

  constructor(code: FailureCode, params: FailureParams = {}) {
    super(failureText({ code, params }, 'en'))
    this.code = code
    this.params = params
  }

  toData(): FailureData {
    return { code: this.code, params: this.params }
  }
}

/** What a finding says of it, in both languages. */
export function textsOf(failure: Failure): Text {
  return { zh: failureText(failure.toData(), 'zh'), en: failureText(failure.toData(), 'en') }
}

/** What goes over the wire for anything thrown: a failure as it is, a bug as `internal`. */
export function failureOf(error: unknown): FailureData {
  if (error instanceof Failure) return error.toData()
  return { code: 'internal', params: { detail: error instanceof Error ? error.message : String(error) } }
}
