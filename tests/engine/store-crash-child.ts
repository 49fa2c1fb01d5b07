/** Started by store-crash.test.ts and killed in the middle of a transaction. Arguments: folder, client, filing. */
import { writeSync } from 'node:fs'
import { createClient } from '../../main/engine/store/clients.ts'
import { openStore } from '../../main/engine/store/database.ts'
import { getFiling, saveFiling } from '../../main/engine/store/filings.ts'
import { insertImage } from '../../main/engine/store/images.ts'
import { sealOriginal } from '../../main/engine/store/originals.ts'

const [folder = '', client = '', filing = ''] = process.argv.slice(2)
const store = await openStore(folder, { name: 'test', vaultKey: () => Buffer.alloc(32, 7) })
// So small a cache that pages of the open transaction reach the disk.
store.run('PRAGMA cache_size = 10')
const hash = await sealOriginal(store, client, Buffer.from('sealed, and never named'))
store.transaction(() => {
  const { filing: data } = getFiling(store, filing)
  saveFiling(store, { filing, revision: 1, data: { ...data, province: '11' } })
  insertImage(store, {
    filing,
    hash,
    name: 'photo.jpg',
    format: 'jpeg',
    page: null,
    bytes: 1,
    width: 1,
    height: 1,
    place: null,
    adjustments: [],
    findings: [],
    measurements: null,
    overruled: [],
    settled: true,
  })
  for (let at = 0; at < 500; at += 1) createClient(store, { name: `半途 ${at}` })
  writeSync(1, 'in the middle')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
})
