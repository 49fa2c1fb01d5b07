/**
 * How large a millimetre is on this screen. Chromium counts 96 px an inch whatever the screen is; who wants true size
 * holds a card against it. The factor is kept in pixels of the device, so that zooming the window changes nothing, and
 * under the size of the screen, since another screen has another.
 */
import { ask } from '../bridge.ts'
import { keepAnswer, useAnswer } from '../calls.ts'

/** Width and height of a card, ISO/IEC 7810 ID-1, in millimetres. */
export const card = { width: 85.6, height: 53.98 } as const
const estimate = 96 / 25.4
/** From a wall of large pixels to a telephone, in px for one millimetre. */
export const limits = { min: 1.5, max: 12 } as const

export interface ScreenScale {
  /** CSS px for one millimetre. */
  perMm: number
  calibrated: boolean
  /** null: back to the estimate. */
  keep(perMm: number | null): Promise<void>
}

export function useScreenScale(): ScreenScale {
  const settings = useAnswer('settings/get', {})
  const screens = settings.data?.screens ?? {}
  const key = `${window.screen.width}x${window.screen.height}`
  const { devicePixelRatio } = window
  const known = screens[key]
  return {
    perMm: known === undefined ? estimate : known / devicePixelRatio,
    calibrated: known !== undefined,
    async keep(perMm) {
      const { [key]: _, ...others } = screens
      const next = perMm === null ? others : { ...others, [key]: perMm * devicePixelRatio }
      keepAnswer('settings/get', {}, await ask('settings/set', { screens: next }))
    },
  }
}
