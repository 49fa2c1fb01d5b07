/** The command line from the outside: a process of its own, what it said, and what it left on the disk. */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

export const program = join(import.meta.dirname, '../../main/cli/index.ts')

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

export interface Place {
  cwd: string
  env?: Record<string, string>
}

/** The npm script that runs the tests must not be taken for the one that runs the command line. */
function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { INIT_CWD: _folder, npm_lifecycle_event: _script, ...rest } = process.env
  return { ...rest, ...more }
}

export function start(words: readonly string[], { cwd, env }: Place) {
  return spawn(process.execPath, [program, ...words], { cwd, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] })
}

export function ended(child: ReturnType<typeof start>): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text
  })
  return new Promise((done) => child.on('close', (code) => done({ code, ...said })))
}

export function beiqi(words: readonly string[], place: Place): Promise<Ended> {
  return ended(start(words, place))
}

const folders: string[] = []

// Registered once while the file is collected: within a `beforeAll` it would come too late and never run.
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** A folder of its own for a test file, gone afterwards. */
export async function workFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `beiqi-cli-${name}-`))
  folders.push(folder)
  return folder
}

export async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).toSorted()
}

/** A plainly fictitious individual who files for the first time. */
export const zhangSan = {
  format: 'beiqi-filing/1',
  provider: 'aliyun',
  province: '11',
  filingType: 'first',
  paperForm: true,
  subject: {
    nature: 'individual',
    name: '张三',
    certificate: {
      type: 'resident-id',
      number: '11010519491231002X',
      validFrom: '2015-03-01',
      validUntil: '2035-03-01',
      address: '北京市示例区示例路 1 号',
    },
    responsiblePerson: { name: '张三', mobile: '13800138000', email: 'zhangsan@example.cn', birthDate: '1949-12-31' },
  },
  services: [
    {
      type: 'website',
      name: '张三的读书笔记',
      responsiblePerson: 'subject',
      topics: ['personal-blog'],
      domains: [
        {
          name: 'example.cn',
          registrar: 'aliyun',
          registrantName: '张三',
          registrantRelation: 'applicant',
          registrantCertificate: { type: 'resident-id', number: '11010519491231002X' },
          realNameVerified: true,
          expires: '2028-08-01',
        },
      ],
      server: {
        product: 'ecs',
        region: 'cn-hangzhou',
        billing: 'subscription',
        periodMonths: 12,
        remainingMonths: 12,
        publicBandwidth: true,
        filingCodesUsed: 0,
      },
    },
  ],
  materials: { 'subject-responsible-id': ['正面.jpg', '背面.jpg'] },
}

export async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, JSON.stringify(value, null, 2))
}
