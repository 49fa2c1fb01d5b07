/** The only place that reads `window.bridge`. Everything the window knows or does comes through here. */
import type { Bridge } from '../preload/bridge.ts'
import type { CallName, Input, Output } from '../preload/contract.ts'
import { type FailureData, failureText } from '../preload/failures.ts'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

/** An expected failure of a call: its text says what happened and what to do. */
export class BridgeFailure extends Error {
  override readonly name = 'BridgeFailure'
  readonly failure: FailureData

  constructor(failure: FailureData) {
    super(failureText(failure, 'en'))
    this.failure = failure
  }
}

/** The answer of one call. Fails with `BridgeFailure`. */
export async function ask<Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const reply = await window.bridge.call(name, input)
  if (!reply.ok) throw new BridgeFailure(reply.failure)
  return reply.value as Output<Name>
}

/** What was thrown as something to show: a failure as it is, anything else as `internal`. */
export function failureOf(error: unknown): FailureData {
  if (error instanceof BridgeFailure) return error.failure
  return { code: 'internal', params: { detail: error instanceof Error ? error.message : String(error) } }
}

export const pathsOf: Bridge['pathsOf'] = (files) => window.bridge.pathsOf(files)
export const chooseImages: Bridge['chooseImages'] = () => window.bridge.chooseImages()
export const chooseFile: Bridge['chooseFile'] = (kind) => window.bridge.chooseFile(kind)
export const chooseSave: Bridge['chooseSave'] = (kind, name) => window.bridge.chooseSave(kind, name)
export const chooseFolder: Bridge['chooseFolder'] = () => window.bridge.chooseFolder()
export const reveal: Bridge['reveal'] = (path) => window.bridge.reveal(path)
/** Fails with `print.failed`; false: the person closed the dialog. */
export async function printRun(run: string, pages: number): Promise<boolean> {
  const outcome = await window.bridge.print(run, pages)
  if (!outcome.ok) throw new BridgeFailure(outcome.failure)
  return outcome.printed
}
export const cancelPrint: Bridge['cancelPrint'] = () => window.bridge.cancelPrint()
export const onProgress: Bridge['onProgress'] = (listen) => window.bridge.onProgress(listen)
export const onEngine: Bridge['onEngine'] = (listen) => window.bridge.onEngine(listen)
