import type { z } from 'zod'
import type { Progress } from '../../preload/bridge.ts'
import { clientCalls } from '../../preload/client-calls.ts'
import type { CallName, Checked, calls, Output, Reply } from '../../preload/contract.ts'
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

type ClientCall = keyof typeof clientCalls

/** They ask nothing of the knowledge, so they do not wait for it. */
export type ClientHandlers = { [Name in ClientCall]: (input: Checked<Name>) => Promise<Output<Name>> }

export interface OtherCalls {
  calls: typeof calls
  handlers: Omit<Handlers, ClientCall>
  /** What is in use when a call begins. */
  edition: () => EditionInUse
}

/**
 * The engine's only door: finds the call, checks its input, runs it, and turns whatever is thrown into data.
 * @param tell receives progress of long calls
 */
export class Dispatcher {
  private readonly running = new Map<string, AbortController>()
  private readonly clients: ClientHandlers
  private readonly load: () => Promise<OtherCalls>
  private others: Promise<OtherCalls> | undefined

  /** @param load run by the first call that is not one of `clients` */
  constructor(clients: ClientHandlers, load: () => Promise<OtherCalls>) {
    this.clients = clients
    this.load = load
  }

  async dispatch(name: string, input: unknown, tell: (progress: Progress) => void): Promise<Reply> {
    try {
      return { ok: true, value: await this.answer(name, input, tell) }
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

  private async answer(name: string, input: unknown, tell: (progress: Progress) => void): Promise<Output<CallName>> {
    if (Object.hasOwn(clientCalls, name)) return this.askClients(name as ClientCall, input)
    const others = await this.loaded()
    if (!Object.hasOwn(others.calls, name)) throw new Failure('call.unknown', { name })
    return this.askOthers(others, name as Exclude<CallName, ClientCall>, input, tell)
  }

  /** One loading for all calls; one that failed is tried again by the next call. */
  private loaded(): Promise<OtherCalls> {
    this.others ??= this.load().catch((error: unknown) => {
      this.others = undefined
      throw error
    })
    return this.others
  }

  private askClients<Name extends ClientCall>(name: Name, input: unknown): Promise<Output<Name>> {
    return this.clients[name](checkedInput(name, clientCalls[name].input, input) as Checked<Name>)
  }

  private async askOthers<Name extends Exclude<CallName, ClientCall>>(
    { calls, handlers, edition }: OtherCalls,
    name: Name,
    input: unknown,
    tell: (progress: Progress) => void,
  ): Promise<Output<Name>> {
    const checked = checkedInput(name, calls[name].input, input) as Checked<Name>
    const task = name === 'task/cancel' ? null : taskOf(checked)
    const controller = new AbortController()
    if (task) this.running.set(task, controller)
    try {
      return await handlers[name](checked, contextOf(edition(), task, controller.signal, tell))
    } finally {
      if (task) this.running.delete(task)
    }
  }
}

function checkedInput(name: CallName, schema: z.ZodType, input: unknown): unknown {
  const result = schema.safeParse(input)
  if (result.success) return result.data
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
