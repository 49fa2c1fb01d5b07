/** CIE L*a*b* (D65) of 8-bit sRGB values, with the costly parts in tables. */
import type { Raster } from './decode.ts'

const linear = Float64Array.from({ length: 256 }, (_, value) => {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
})

/** The cube root of CIE Lab for shares 0 to 1, in steps of 1/4096. */
const ROOT_STEPS = 4096
const roots = Float64Array.from({ length: ROOT_STEPS + 2 }, (_, step) => {
  const share = step / ROOT_STEPS
  return share > 216 / 24389 ? Math.cbrt(share) : (share * (24389 / 27) + 16) / 116
})

function root(share: number): number {
  return roots[Math.min(ROOT_STEPS + 1, (share * ROOT_STEPS + 0.5) | 0)] as number
}

/** One value a pixel: lightness from 0 to 100, and the two axes of colour (green to red, blue to yellow). */
export interface Lab {
  l: Float32Array
  a: Float32Array
  b: Float32Array
}

export function labOf({ data, width, height }: Raster): Lab {
  const count = width * height
  const lab = { l: new Float32Array(count), a: new Float32Array(count), b: new Float32Array(count) }
  for (let at = 0, from = 0; at < count; at += 1, from += 3) {
    const red = linear[data[from] as number] as number
    const green = linear[data[from + 1] as number] as number
    const blue = linear[data[from + 2] as number] as number
    const x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
    const y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    const z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
    lab.l[at] = 116 * y - 16
    lab.a[at] = 500 * (x - y)
    lab.b[at] = 200 * (y - z)
  }
  return lab
}
