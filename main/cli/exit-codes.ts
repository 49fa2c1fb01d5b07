/** What a script learns from how the command ended. The one table. */
import type { FailureCode } from '../../preload/failures.ts'

export const exitCodes = { ran: 0, blocked: 1, inputWrong: 2, broken: 3, interrupted: 130 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

type AreaOf<Code extends string> = Code extends `${infer Area}.${string}` ? Area : Code

/** By the area of the failure's code. A new area does not compile until it has its line here. */
const byArea: Record<AreaOf<FailureCode>, ExitCode> = {
  input: exitCodes.inputWrong,
  file: exitCodes.inputWrong,
  image: exitCodes.inputWrong,
  watermark: exitCodes.inputWrong,
  caption: exitCodes.inputWrong,
  stitch: exitCodes.inputWrong,
  form: exitCodes.inputWrong,
  print: exitCodes.inputWrong,
  blank: exitCodes.inputWrong,
  provider: exitCodes.inputWrong,
  rules: exitCodes.inputWrong,
  client: exitCodes.inputWrong,
  filing: exitCodes.inputWrong,
  picture: exitCodes.inputWrong,
  finding: exitCodes.inputWrong,
  slot: exitCodes.inputWrong,
  call: exitCodes.inputWrong,
  store: exitCodes.broken,
  engine: exitCodes.broken,
  task: exitCodes.interrupted,
  internal: exitCodes.broken,
}

/** Codes that end otherwise than the rest of their area. */
const byCode: Partial<Record<FailureCode, ExitCode>> = {
  'file.unwritable': exitCodes.broken,
  'call.unknown': exitCodes.broken,
}

export function exitCodeOf(code: FailureCode): ExitCode {
  const area = code.split('.')[0] as AreaOf<FailureCode>
  return byCode[code] ?? byArea[area]
}
