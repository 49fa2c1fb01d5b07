/// <reference path="./fontkit.d.ts" />
/**
 * The fonts that ship with the program, and which of them draws a character. All are Noto fonts under the SIL Open
 * Font License 1.1. The Chinese one comes first; the others are for what it lacks.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import { withoutReverseChains } from './reverse-chains.ts'

export type Weight = 'regular' | 'bold'
/** The Chinese font in its two weights, and the fallbacks in one. */
export type FaceId = Weight | 'rare' | 'tibetan' | 'mongolian' | 'arabic'

const files: Record<FaceId, string> = {
  regular: 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  /** 𠮷 and other rare characters that the Chinese font lacks. */
  rare: 'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  tibetan: 'noto-serif-tibetan/400Regular/NotoSerifTibetan_400Regular.ttf',
  mongolian: 'noto-sans-mongolian/400Regular/NotoSansMongolian_400Regular.ttf',
  /** Uyghur and Kazakh of Xinjiang, which write Arabic letters. */
  arabic: 'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
}

/** Letters whose shape depends on their neighbours: a run of them is laid out as a whole. */
const shapedScripts: readonly { id: FaceId; script: RegExp }[] = [
  { id: 'tibetan', script: /\p{Script=Tibetan}/u },
  { id: 'mongolian', script: /\p{Script=Mongolian}|\u202f|\u180b|\u180c|\u180d|\u180f/u },
  { id: 'arabic', script: /\p{Script=Arabic}/u },
]

export interface OpenFace {
  file: string
  bytes: Uint8Array
  face: fontkit.Face
}

const open = new Map<FaceId, OpenFace>()

/** Read once, when first needed. */
export function openFace(id: FaceId): OpenFace {
  const known = open.get(id)
  if (known) return known
  const file = createRequire(import.meta.url).resolve(`@expo-google-fonts/${files[id]}`)
  const bytes = id === 'mongolian' ? withoutReverseChains(readFileSync(file)) : readFileSync(file)
  const opened = { file, bytes, face: fontkit.create(bytes) }
  open.set(id, opened)
  return opened
}

/** Tibetan reaches far above and below a line made for Chinese: it is set smaller beside it. */
export function faceScale(id: FaceId): number {
  return id === 'tibetan' ? 0.78 : 1
}

export function isShaped(id: FaceId): boolean {
  return shapedScripts.some((each) => each.id === id)
}

/**
 * The font that draws a character, or null: then it must never reach the PDF library, which would print a box.
 * A mark outside the shaped scripts has a glyph, but no place that could be computed: it would land on its neighbour.
 */
export function faceFor(character: string, weight: Weight): FaceId | null {
  const code = character.codePointAt(0) ?? 0
  const shaped = shapedScripts.find(({ script }) => script.test(character))
  if (shaped) return openFace(shaped.id).face.hasGlyphForCodePoint(code) ? shaped.id : null
  if (/\p{M}/u.test(character)) return null
  const candidates: FaceId[] = [weight, 'rare']
  return candidates.find((id) => openFace(id).face.hasGlyphForCodePoint(code)) ?? null
}
