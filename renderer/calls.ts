/** Calls of the bridge as React sees them: answers are kept until something that changes them says so. */
import { QueryClient, type UseQueryResult, useMutation, useQueries, useQuery } from '@tanstack/react-query'
import type { CallName, Input, Output } from '../preload/contract.ts'
import { ask } from './bridge.ts'

/** Nothing is on a network: no waiting for one, no repeating, no growing old by itself. */
const local = { networkMode: 'always', retry: false } as const

export const queries = new QueryClient({
  defaultOptions: {
    queries: { ...local, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
    mutations: local,
  },
})

/** Under what an answer is kept, and how it is asked for. `of`: what it is made of, where the input only names that. */
function asked<Name extends CallName>(name: Name, input: Input<Name>, of?: string) {
  return { queryKey: of === undefined ? [name, input] : [name, input, of], queryFn: () => ask(name, input) }
}

/** The answer of a call, kept by name and input. */
export function useAnswer<Name extends CallName>(
  name: Name,
  input: Input<Name>,
  options: { enabled?: boolean; keepPrevious?: boolean; of?: string } = {},
): UseQueryResult<Output<Name>, Error> {
  return useQuery<Output<Name>, Error>({
    ...asked(name, input, options.of),
    enabled: options.enabled ?? true,
    // Of the same things comes the same failure.
    retryOnMount: options.of === undefined,
    ...(options.keepPrevious && { placeholderData: (before: Output<Name> | undefined) => before as never }),
  })
}

export interface AnswerInTurn<Name extends CallName> {
  data: Output<Name> | undefined
  error: Error | null
  /** Not answered yet, or asked for again. */
  waiting: boolean
}

/** Outside of the hook: what it makes stays the same thing as long as nothing in it changes. */
const inTurn = (answers: readonly UseQueryResult<unknown, Error>[]) =>
  answers.map(({ data, error, isPending, isFetching }) => ({ data, error, waiting: isPending || isFetching }))

/**
 * The answers of several inputs, each kept by what it is made of, asked for one after the other: each of them keeps the
 * engine busy. While it is not `enabled`, only answers that are there already are given.
 */
export function useAnswersInTurn<Name extends CallName>(
  name: Name,
  inputs: readonly { input: Input<Name>; of: string }[],
  enabled: boolean,
): AnswerInTurn<Name>[] {
  const each = inputs.map(({ input, of }) => asked(name, input, of))
  const isOpen = ({ queryKey }: { queryKey: unknown[] }) =>
    (queries.getQueryState(queryKey)?.status ?? 'pending') === 'pending'
  const next = each.findIndex(isOpen)
  return useQueries({
    queries: each.map((query, at) => ({ ...query, enabled: enabled && (next < 0 || at <= next) })),
    combine: inTurn,
  }) as AnswerInTurn<Name>[]
}

/** Asks before anybody shows it. undefined: it failed, and whoever shows it asks again. */
export async function prepareAnswer<Name extends CallName>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name> | undefined> {
  await queries.prefetchQuery(asked(name, input))
  return lastAnswer(name, input)
}

/** What was last answered, without asking. */
export function lastAnswer<Name extends CallName>(name: Name, input: Input<Name>): Output<Name> | undefined {
  return queries.getQueryData<Output<Name>>([name, input])
}

/** Puts an answer that came with another call where its readers look. */
export function keepAnswer<Name extends CallName>(name: Name, input: Input<Name>, value: Output<Name>): void {
  queries.setQueryData([name, input], value)
}

/** These answers may have changed: whoever shows them asks again. An answer still under way would be the old one. */
export async function refresh(...names: CallName[]): Promise<void> {
  const again = async (name: CallName) => {
    await queries.cancelQueries({ queryKey: [name] })
    await queries.invalidateQueries({ queryKey: [name] })
  }
  await Promise.all(names.map(again))
}

/** Something the person does: running, failed with what, or done with what result. */
export function useDeed<Given = void, Result = void>(deed: (given: Given) => Promise<Result>) {
  const { mutate, mutateAsync, isPending, error, reset, data, variables } = useMutation<Result, Error, Given>({
    mutationFn: deed,
  })
  return { start: mutate, run: mutateAsync, running: isPending, error, reset, result: data, given: variables }
}
