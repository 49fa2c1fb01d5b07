/** The part of fontkit 2 that this room uses; the package ships no types. */
declare module 'fontkit' {
  export interface Outline {
    mapPoints(map: (x: number, y: number) => [number, number]): Outline
    toSVG(): string
  }

  export interface Glyph {
    id: number
    codePoints: number[]
    /** In font units. */
    advanceWidth: number
    bbox: { minX: number; minY: number; maxX: number; maxY: number }
    path: Outline
  }

  /** In font units. */
  export interface GlyphPosition {
    xAdvance: number
    xOffset: number
    yOffset: number
  }

  export interface Face {
    postscriptName: string
    familyName: string
    unitsPerEm: number
    ascent: number
    descent: number
    italicAngle: number
    capHeight: number
    xHeight: number
    bbox: { minX: number; minY: number; maxX: number; maxY: number; width: number; height: number }
    characterSet: number[]
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
    layout(
      text: string,
      features?: Record<string, boolean> | string[],
      script?: string,
      language?: string,
      direction?: 'ltr' | 'rtl',
    ): { glyphs: Glyph[]; positions: GlyphPosition[] }
    createSubset(): { includeGlyph(glyph: number | { id: number }): number; encode(): Uint8Array }
  }

  export function create(bytes: Uint8Array): Face
}
