import type { Progress } from '../../preload/bridge.ts'
import { type CallName, type Checked, calls, type Output, type Reply } from '../../preload/contract.ts'
import type { FailureData } from '../../preload/failures.ts'
import type { Rules } from '../../rules/catalog.ts'
import { Failure, failureOf } from './failure.ts'

/** What a handler may use beside its input: it tells progress, and learns that the person cancelled. */
export interface CallContext {
  /** The edition of the rules in use; the same for the whole call. */
  rules: Rules
  /** Why an imported rule pack is not in use; null: nothing is wrong. */
  damaged: FailureData | null
  signal: AbortSignal
  /** Throws `task.cancelled` when the person has cancelled, else tells how far the work is. */
  step(done: number, total: number, label: string): void
}

export type EditionInUse = Pick<CallContext, 'rules' | 'damaged'>

export type Handlers = {
  [Name in CallName]: (input: Checked<Name>, context: CallContext) => Output<Name> | Promise<Output<Name>>
}

/**
 * The engine's only door: finds the call, checks its input, runs it, and turns whatever is thrown into data.
 * @param tell receives progress of long calls
 */
export class Dispatcher {
  private readonly running = new Map<string, AbortController>()
  private readonly handlers: Handlers
  private readonly edition: () => EditionInUse

  /** @param edition what is in use when a call begins */
  constructor(handlers: Handlers, edition: () => EditionInUse) {
    this.handlers = handlers
    this.edition = edition
  }

  async dispatch(name: string, input: unknown, tell: (progress: Progress) => void): Promise<Reply> {
    try {
      if (!Object.hasOwn(calls, name)) throw new Failure('call.unknown', { name })
      return { ok: true, value: await this.run(name as CallName, input, tell) }
    } catch (error) {
      return { ok: false, failure: failureOf(error) }
    }
  }

  /** Cancels a long call; one that has already ended is no error. */
  cancel(task: string): void {
    this.running.get(task)?.abort()
  }

  cancelAll(): void {
    for (const controller of this.running.values()) controller.abort()
  }

  private async run<Name extends CallName>(name: Name, input: unknown, tell: (progress: Progress) => void) {
    const checked = checkedInput(name, input)
    const task = name === 'task/cancel' ? null : taskOf(checked)
    const controller = new AbortController()
    if (task) this.running.set(task, controller)
    try {
      return await this.handlers[name](checked, contextOf(this.edition(), task, controller.signal, tell))
    } finally {
      if (task) this.running.delete(task)
    }
  }
}

function checkedInput<Name extends CallName>(name: Name, input: unknown): Checked<Name> {
  const result = calls[name].input.safeParse(input)
  if (result.success) return result.data as Checked<Name>
  const issue = result.error.issues[0]
  throw new Failure('call.invalid', { name, path: issue?.path.join('.') ?? '', expected: issue?.message ?? '' })
}

function taskOf(input: object): string | null {
  return 'task' in input && typeof input.task === 'string' ? input.task : null
}

function contextOf(
  { rules, damaged }: EditionInUse,
  task: string | null,
  signal: AbortSignal,
  tell: (progress: Progress) => void,
): CallContext {
  return {
    rules,
    damaged,
    signal,
    step(done, total, label) {
      if (signal.aborted) throw new Failure('task.cancelled')
      if (task) tell({ task, done, total, label })
    },
  }
}
