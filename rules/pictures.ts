/** What the numbers read off a picture mean to a portal. */
import type { Finding, ImageWindow, Measurements, Severity } from './answers.ts'
import { type Rules, shippedRules } from './catalog.ts'
import type { Text } from './schema.ts'

export interface MeasuredPicture extends Measurements {
  bytes: number
  /** Upright, in pixels. */
  width: number
  height: number
  format: string
}

interface Verdict {
  code: string
  severity: Severity
  cause: Text
  fix: Text
}

const verdicts = {
  grayscale: {
    code: 'image.grayscale',
    severity: 'blocker',
    cause: {
      zh: '图片没有颜色，像是复印件或黑白扫描件；各接入商都要求原件彩色照片或彩色扫描。',
      en: 'The picture has no colour, like a photocopy or a black-and-white scan; providers want the original in colour.',
    },
    fix: { zh: '用手机彩色拍摄原件，或彩色扫描。', en: 'Photograph the original in colour, or scan it in colour.' },
  },
  dark: {
    code: 'image.dark',
    severity: 'warning',
    cause: { zh: '图片太暗，文字难以看清。', en: 'The picture is too dark to read.' },
    fix: {
      zh: '在明亮的自然光下重拍，避免自己的影子。',
      en: 'Photograph it again in bright daylight, out of your own shadow.',
    },
  },
  overexposed: {
    code: 'image.overexposed',
    severity: 'warning',
    cause: {
      zh: '图片大面积过曝发白，文字可能看不见。',
      en: 'Most of the picture is burnt out to white, so text may be lost.',
    },
    fix: {
      zh: '关闭闪光灯，避开直射光，降低曝光后重拍。',
      en: 'Photograph it again without flash and direct light, exposed less.',
    },
  },
  blurred: {
    code: 'image.blurred',
    severity: 'warning',
    cause: { zh: '图片模糊，文字边缘不清晰。', en: 'The picture is blurred; the edges of the text are not sharp.' },
    fix: {
      zh: '擦净镜头，点按证件对焦，拿稳后重拍。',
      en: 'Clean the lens, tap the document to focus, hold still and photograph it again.',
    },
  },
} as const satisfies Record<string, Verdict>

function tooSmall({ width, height }: MeasuredPicture, window: ImageWindow): Verdict | null {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const { minShortSide = 0, minLongSide = 0 } = window
  if (short >= minShortSide && long >= minLongSide) return null
  const size = `${width}×${height}`
  return {
    code: 'image.too-small',
    severity: 'blocker',
    cause: {
      zh: `图片只有 ${size} 像素，入口要求短边不少于 ${minShortSide}、长边不少于 ${minLongSide} 像素。`,
      en: `The picture has only ${size} pixels; the slot wants at least ${minShortSide} by ${minLongSide}.`,
    },
    fix: {
      zh: '换用相机原图，不要用聊天软件压缩过的图片。',
      en: 'Use the camera original and no picture shrunk by a chat program.',
    },
  }
}

/**
 * What a portal would object to in one picture: clear cases only, each with cause and fix. `at` is `file`.
 * A grey or dark picture looks blurred as well, so sharpness is judged only where there is enough light.
 */
export function judgePicture(
  picture: MeasuredPicture,
  window: ImageWindow | null,
  file: string,
  rules: Rules = shippedRules,
): Finding[] {
  const { grayscale, dark, overexposed, blurred, sources } = rules.tables.pictureLimits
  const isDark = picture.lightness < dark.lightnessBelow
  const found: (Verdict | null)[] = [
    picture.chroma < grayscale.chromaBelow ? verdicts.grayscale : null,
    isDark ? verdicts.dark : null,
    picture.clipped >= overexposed.clippedFrom ? verdicts.overexposed : null,
    !isDark && picture.sharpness < blurred.sharpnessBelow ? verdicts.blurred : null,
    window && tooSmall(picture, window),
  ]
  return found
    .filter((verdict) => verdict !== null)
    .map(({ code, severity, cause, fix }) => ({
      code,
      severity,
      at: file,
      ...cause,
      fix,
      rule: code,
      sources,
      earlier: [],
      verify: false,
    }))
}
