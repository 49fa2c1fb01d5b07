/** What is measured on the picture of a signed page, once it lies on the page it was printed from. Millimetres. */

/** From the upper left of the page. */
export interface Spot {
  x: number
  y: number
  width: number
  height: number
}

/** What the pen left in one place: no print, no red. */
export interface Ink {
  /** Square millimetres. */
  area: number
  /** Of all strokes together. */
  width: number
  height: number
}

export interface PlaceMeasures {
  pen: Ink
  red: Ink
  /** Of a date: square millimetres of pen before each printed 年, 月, 日; empty where none are printed. */
  gaps: number[]
  /** Share of the place that lies outside the picture. */
  lost: number
}

export interface RedMark extends Spot {
  /** Square millimetres of ink. */
  area: number
}

export interface SignedMeasures {
  /** How like the print is to what was printed, in the middle of all its parts, 0 to 1. */
  likeness: number
  /** Parts of the print that could be compared, and those that are another. */
  compared: number
  changed: number
  /** Where neighbouring parts are another: covered, written over, printed differently. */
  changes: Spot[]
  /** Pen or print where there should be neither. */
  additions: Spot[]
  /** Pixels of the picture for each millimetre of the page. */
  resolution: number
  /** How far the page reaches out of the picture, and the share of its print that is lost there. */
  outside: number
  lostPrint: number
  /** Corners of the page that are folded over or covered. */
  hiddenCorners: number
  /** By field. */
  places: Record<string, PlaceMeasures>
  redMarks: RedMark[]
}
