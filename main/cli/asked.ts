/** What was asked on the command line beside the command's own arguments, and what a command gives back. */
import { homedir } from 'node:os'
import { isAbsolute, join, relative, resolve } from 'node:path'
import type { Language } from '../../preload/client-views.ts'
import type { IsoDate } from '../../rules/schema.ts'

export interface Asked {
  language: Language
  json: boolean
  /** Exit 1 when there are blockers. */
  strict: boolean
  /** The day that the rules are applied for. */
  on: IsoDate
}

export interface Outcome {
  /** Printed with `--json`. */
  json: unknown
  /** Printed without. */
  text(): string | Promise<string>
  /** Something that would be refused: `--strict` exits with 1. */
  blocked?: boolean
}

/** The folder that the person typed the command in; npm itself runs it in the project's folder. */
function typedFolder(): string {
  const throughNpm = process.env['npm_lifecycle_event'] === 'beiqi'
  return (throughNpm && process.env['INIT_CWD']) || process.cwd()
}

/** A path as typed, made absolute. */
export function fromTyped(path: string): string {
  return resolve(typedFolder(), path)
}

/** A path as the person would type it: relative where it lies below their folder. */
export function asTyped(path: string): string {
  if (!isAbsolute(path)) return path
  const inside = relative(typedFolder(), path)
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? path : inside
}

/** Where the desktop program of this person keeps its data: Electron's folder for "Beiqi". */
export function defaultDataFolder(): string {
  return process.env['BEIQI_DATA'] || join(settingsFolder(), 'Beiqi', 'data')
}

/** The folder named by `--data`, else the desktop program's. */
export function dataFolder({ data }: { data?: string }): string {
  return data === undefined ? defaultDataFolder() : fromTyped(data)
}

function settingsFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  return process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config')
}
