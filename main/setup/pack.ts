/**
 * `npm run pack`: the program as an unpacked folder in dist/, with the Electron that `npm start` would use.
 * `--drivable`: with the door open that Playwright comes through.
 */
import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build as buildPackage, type Configuration, Platform } from 'electron-builder'
import { ensureBuilt } from './build.ts'
import { type Electron, findElectron, packagedProgram } from './electron.ts'
import { note, ownNode, root } from './install.mjs'
import { asProgram, isStarted } from './program.ts'

/** From this one on, Electron's own Node can load the store's library (Node-API 10). */
const firstWithNodeApi10 = 35

async function pack(electron: Electron, drivable: boolean): Promise<void> {
  if (!electron.version) throw new Error(`the version of the Electron in ${electron.folder} is not known`)
  const ownNodeIsOld = Number.parseInt(electron.version, 10) < firstWithNodeApi10
  const config: Configuration = {
    extends: 'electron-builder.yml',
    electronDist: electron.folder,
    electronVersion: electron.version,
    electronFuses: { enableNodeCliInspectArguments: drivable },
    // It opens whatever program is named on its command line; not to be handed out.
    afterPack: ({ appOutDir }) => rm(join(appOutDir, 'resources/default_app.asar'), { force: true }),
    ...(ownNodeIsOld && {
      extraResources: [{ from: ownNode, to: join('node', process.platform === 'win32' ? 'node.exe' : 'node') }],
    }),
  }
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  await buildPackage({
    projectDir: root,
    targets: Platform.current().createTarget('dir'),
    config,
    publish: 'never',
  })
}

if (isStarted(import.meta.url)) {
  await asProgram(async () => {
    ensureBuilt()
    await pack(await findElectron(), process.argv.includes('--drivable'))
    note(`packed: ${packagedProgram()}`)
  })
}
