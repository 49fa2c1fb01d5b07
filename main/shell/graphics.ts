import { existsSync } from 'node:fs'
import { app } from 'electron'

/**
 * Call before the app is ready. Under Linux without a graphics device Chromium's GPU process cannot start, and now and
 * then the page waits for it for ever (seen in up to half of the starts on a busy machine); so it is not tried there.
 */
export function drawInSoftwareWithoutDevice(): void {
  if (process.platform === 'linux' && !existsSync('/dev/dri')) app.disableHardwareAcceleration()
}
