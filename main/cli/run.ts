/** One command from its words to its exit code. */
import { CommanderError } from 'commander'
import type { Language } from '../../preload/client-views.ts'
import { type FailureData, failureText } from '../../preload/failures.ts'
import type { IsoDate } from '../../rules/schema.ts'
import { Failure, failureOf } from '../engine/failure.ts'
import { type Asked, asTyped, type Outcome } from './asked.ts'
import { cancelTask, closeEngine } from './engine.ts'
import { type ExitCode, exitCodeOf, exitCodes } from './exit-codes.ts'
import { usageDetail } from './help.ts'
import { harmless, oneLine, write } from './output.ts'
import { buildProgram, type Work } from './program.ts'

/** @param words what was typed after the program's name */
export async function run(words: readonly string[]): Promise<number> {
  const language = languageIn(words)
  listenForSignals()
  try {
    return await answer(words, language)
  } catch (error) {
    const failure = failureOf(error)
    await write(process.stderr, `${sentence(failure, language)}\n`).catch(() => undefined)
    return exitCodeOf(failure.code)
  } finally {
    await closeEngine()
  }
}

async function answer(words: readonly string[], language: Language): Promise<ExitCode> {
  const typed = parse(words, language)
  if ('print' in typed) {
    await write(process.stdout, typed.print)
    return exitCodes.ran
  }
  const outcome = await typed.work(typed.asked)
  await write(process.stdout, `${await printed(outcome, typed.asked)}\n`)
  return typed.asked.strict && outcome.blocked ? exitCodes.blocked : exitCodes.ran
}

async function printed(outcome: Outcome, asked: Asked): Promise<string> {
  return asked.json ? JSON.stringify(outcome.json, null, 2) : harmless(await outcome.text()).trimEnd()
}

function sentence(failure: FailureData, language: Language): string {
  const file = failure.params['file']
  const params = typeof file === 'string' ? { ...failure.params, file: asTyped(file) } : failure.params
  return oneLine(`${failureText({ ...failure, params }, language)} [${failure.code}]`)
}

type Typed = { asked: Asked; work: Work } | { print: string }

function parse(words: readonly string[], language: Language): Typed {
  let work: Work | undefined
  let print = ''
  const program = buildProgram(language, (chosen) => {
    work = chosen
  })
  prepare([program], (text) => {
    print += text
  })
  try {
    program.parse(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return { print }
    throw new Failure('input.usage', { detail: error.code === 'commander.help' ? noCommand : usageDetail(error) })
  }
  if (!work) throw new Failure('input.usage', { detail: noCommand })
  return { asked: askedIn(program.opts(), language), work }
}

const noCommand = {
  zh: '没有给出命令，用 npm run --silent beiqi -- --help 查看全部命令',
  en: 'no command was given; see npm run --silent beiqi -- --help --lang en',
}

/** commander must neither end the process nor write by itself, at any level. */
function prepare(commands: readonly import('commander').Command[], print: (text: string) => void): void {
  for (const command of commands) {
    command.exitOverride().configureOutput({ writeOut: print, writeErr: () => {} })
    prepare(command.commands, print)
  }
}

function askedIn(options: { json?: boolean; strict?: boolean; on?: string }, language: Language): Asked {
  const { json = false, strict = false, on = localToday() } = options
  return { language, json, strict, on: on as IsoDate }
}

function localToday(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Read before parsing, since help and mistakes are told in this language too. */
function languageIn(words: readonly string[]): Language {
  const english = words.some((word, index) => word === '--lang=en' || (word === 'en' && words[index - 1] === '--lang'))
  return english ? 'en' : 'zh'
}

/** npm passes on a signal that the terminal has already sent to everybody: the same press arrives twice. */
const samePressMs = 1000

/** The first Ctrl-C cancels a running task, which then writes nothing; without a task, or pressed again, it ends at once. */
function listenForSignals(): void {
  let cancelledAt: number | undefined
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (cancelledAt !== undefined && performance.now() - cancelledAt < samePressMs) return
      if (cancelledAt !== undefined || !cancelTask()) process.exit(exitCodes.interrupted)
      cancelledAt = performance.now()
    })
  }
}
