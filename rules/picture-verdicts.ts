/** What can be wrong with a picture, in words: cause and fix, and how bad it is. */
import type { Severity } from './answers.ts'
import type { PictureCode } from './picture-codes.ts'
import type { Text } from './schema.ts'

export interface Verdict {
  code: PictureCode
  severity: Severity
  cause: Text
  fix: Text
}

export const verdicts = {
  grayscale: {
    code: 'image.grayscale',
    severity: 'blocker',
    cause: {
      zh: '图片没有颜色，像是黑白扫描或黑白拍摄；各接入商都要求原件彩色照片或彩色扫描。',
      en: 'The picture has no colour, like a black-and-white scan; providers want the original in colour.',
    },
    fix: { zh: '用手机彩色拍摄原件，或彩色扫描。', en: 'Photograph the original in colour, or scan it in colour.' },
  },
  copied: {
    code: 'image.copied',
    severity: 'warning',
    cause: {
      zh: '证件只有深浅、没有自己的颜色，像是复印件（带底色的复印件也一样）；接入商要求原件。',
      en: 'The document has light and dark but no colours of its own, like a photocopy (a tinted one too); providers want the original.',
    },
    fix: {
      zh: '请拍摄原件；如果这就是原件，可以选择仍要使用并说明。',
      en: 'Photograph the original; if this is the original, use it anyway and say so.',
    },
  },
  screenPhoto: {
    code: 'image.screen-photo',
    severity: 'warning',
    cause: {
      zh: '图片里有屏幕的像素网纹，像是对着屏幕翻拍的；翻拍屏幕会被驳回。',
      en: 'The picture shows the pixel grid of a screen, as if a screen had been photographed; that is refused.',
    },
    fix: { zh: '请直接拍摄纸质或卡片原件。', en: 'Photograph the paper or card itself.' },
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
      zh: '图片大面积过曝发白，浅色内容和文字可能看不见。',
      en: 'Most of the picture is burnt out to white, so pale content and text are lost.',
    },
    fix: {
      zh: '关闭闪光灯，避开直射光，降低曝光后重拍。',
      en: 'Photograph it again without flash and direct light, exposed less.',
    },
  },
  glare: {
    code: 'image.glare',
    severity: 'note',
    cause: {
      zh: '证件上有一块反光，盖住了下面的内容。',
      en: 'A patch of glare on the document hides what is below it.',
    },
    fix: {
      zh: '关闭闪光灯，换个角度避开灯光或窗户，从塑料套中取出后重拍。',
      en: 'Photograph it again without flash, turned away from lamps and windows, and out of its plastic sleeve.',
    },
  },
  blurred: {
    code: 'image.blurred',
    severity: 'warning',
    cause: {
      zh: '图片模糊：没有对准焦、拍摄时手动了，或由小图放大而来。',
      en: 'The picture is blurred: out of focus, moved, or enlarged from a small one.',
    },
    fix: {
      zh: '擦净镜头，点按证件对焦，拿稳后重拍；不要用聊天软件压缩过的图片。',
      en: 'Clean the lens, tap the document to focus, hold still and photograph it again; use no picture shrunk by a chat program.',
    },
  },
  noDocument: {
    code: 'image.no-document',
    severity: 'note',
    cause: {
      zh: '没有看到证件的完整轮廓：证件可能在画面里太小、超出了画面、被手指挡住了边，或与背景的颜色太接近。',
      en: 'No whole outline of a document is seen: it may be too small, go beyond the picture, have a finger over its edge, or look like what it lies on.',
    },
    fix: {
      zh: '把证件放在颜色不同的桌面上，不要用手按住，靠近拍摄，让它占满画面的大部分、四周留一点桌面；或者自己设定四个角。',
      en: 'Lay it on a table of another colour, keep your fingers off it and photograph it from nearer, so that it fills most of the picture with some table around; or set its four corners yourself.',
    },
  },
  cutOff: {
    code: 'image.cut-off',
    severity: 'warning',
    cause: {
      zh: '证件有一部分在画面之外；接入商要求边框和四角完整。',
      en: 'A part of the document is outside the picture; providers want its border and all four corners.',
    },
    fix: {
      zh: '拿远一点重拍，四周留出一点桌面。',
      en: 'Photograph it again from farther away, with some table all around.',
    },
  },
  covered: {
    code: 'image.covered',
    severity: 'note',
    cause: {
      zh: '证件边缘像是被手指压住了；接入商要求边框和四角完整。',
      en: 'A finger seems to lie over the edge of the document; providers want its border complete.',
    },
    fix: {
      zh: '把证件平放在桌面上，手不要碰到证件，重拍。',
      en: 'Lay the document on a table and photograph it without touching it.',
    },
  },
} as const satisfies Record<string, Verdict>
