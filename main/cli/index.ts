/** `npm run --silent beiqi -- <command>`: the same engine as the window's, from a terminal. */
import { run } from './run.ts'

// Exits by itself: native libraries may keep threads that nobody waits for any more.
process.exit(await run(process.argv.slice(2)))
