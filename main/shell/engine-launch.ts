/** Which way the engine starts in this Electron, and where its parts are. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { spawnChildEngine } from './engine-as-child.ts'
import { spawnUtilityEngine } from './engine-as-utility.ts'
import { EngineProcess } from './engine-process.ts'
import { tell } from './relay.ts'

/** The store's library needs this Node-API; below it, it dies while loading instead of failing. */
const neededNodeApi = 10
const runsAsUtility = Number(process.versions['napi']) >= neededNodeApi

/**
 * A child of Node starts at once, beside Electron's own start; a utility process exists only once Electron is ready.
 */
export async function launchEngine(): Promise<EngineProcess> {
  if (runsAsUtility) await app.whenReady()
  const dataFolder = process.env['BEIQI_DATA'] ?? join(app.getPath('userData'), 'data')
  return new EngineProcess({
    spawn: spawner(),
    start: { dataFolder },
    onProgress: (progress) => tell('beiqi:progress', progress),
    onState: (state) => tell('beiqi:engine', state),
    onTrouble: (line) => void process.stderr.write(`beiqi: ${line}\n`),
  })
}

function spawner() {
  const entry = join(import.meta.dirname, '..', 'engine', 'index.js')
  if (runsAsUtility) return () => spawnUtilityEngine(entry)
  // A plain Node cannot look into app.asar; what it needs lies unpacked beside it.
  const unpacked = entry.replace('app.asar', 'app.asar.unpacked')
  return () => spawnChildEngine(unpacked, ownNode())
}

function ownNode(): string {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const packaged = join(process.resourcesPath, 'node', name)
  return existsSync(packaged) ? packaged : join(app.getAppPath(), 'node_modules', 'node', 'bin', name)
}
