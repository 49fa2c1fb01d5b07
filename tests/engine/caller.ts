/** Calls of the engine as the window makes them, each with its value; a refused one throws. */
import type { createEngine } from '../../main/engine/engine.ts'
import type { CallName, Input, Output } from '../../preload/contract.ts'

export function caller(engine: ReturnType<typeof createEngine>) {
  return async <Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> => {
    const reply = await engine.dispatch(name, input, () => {})
    if (!reply.ok) throw new Error(`${name}: ${reply.failure.code} ${JSON.stringify(reply.failure.params)}`)
    return reply.value as Output<Name>
  }
}
