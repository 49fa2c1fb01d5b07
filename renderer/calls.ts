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

/** Under what an answer is kept, and how it is asked for. */
function asked<Name extends CallName>(name: Name, input: Input<Name>) {
  return { queryKey: [name, input], queryFn: () => ask(name, input) }
}

/** The answer of a call, kept by name and input. */
export function useAnswer<Name extends CallName>(
  name: Name,
  input: Input<Name>,
  options: { enabled?: boolean; keepPrevious?: boolean } = {},
): UseQueryResult<Output<Name>, Error> {
  return useQuery<Output<Name>, Error>({
    ...asked(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious && { placeholderData: (before: Output<Name> | undefined) => before as never }),
  })
}

/** The answers of several inputs, asked for one after the other: each of them keeps the engine busy. */
export function useAnswersInTurn<Name extends CallName>(
  name: Name,
  inputs: readonly Input<Name>[],
): UseQueryResult<Output<Name>, Error>[] {
  const isOpen = (input: Input<Name>) => (queries.getQueryState([name, input])?.status ?? 'pending') === 'pending'
  const next = inputs.findIndex(isOpen)
  return useQueries({
    queries: inputs.map((input, at) => ({ ...asked(name, input), enabled: next < 0 || at <= next })),
  })
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
