/** Whether the places of a signed page that belong to the hand are filled. Pure. */
import type { HandPlace } from './answers.ts'
import type { RedMark, SignedMeasures, Spot } from './signed-measures.ts'
import type { PlaceState, PlaceVerdict, SignedLimits } from './signed-schema.ts'

export interface HandOnPage {
  hand: Pick<HandPlace, 'field' | 'title' | 'why' | 'by' | 'noStamp'>
  /** Millimetres from the upper left; null: somewhere on this page. */
  at: Spot | null
}

type Measured = Pick<SignedMeasures, 'places' | 'redMarks'>

/** In the order of the hands. The provider's own places are left out. */
export function judgePlaces(hands: readonly HandOnPage[], measured: Measured, limits: SignedLimits): PlaceVerdict[] {
  return hands
    .filter(({ hand }) => hand.by !== 'provider')
    .map((one) => {
      const { field, title, why, by } = one.hand
      return { field, title, why, by, state: stateOf(one, hands, measured, limits) }
    })
}

function stateOf(one: HandOnPage, all: readonly HandOnPage[], measured: Measured, limits: SignedLimits): PlaceState {
  switch (one.hand.why) {
    case 'signature':
      return signatureState(one, measured, limits)
    case 'seal':
      return sealState(one, all, measured, limits)
    case 'date':
      return dateState(one, measured, limits)
    case 'fingerprint':
      return fingerprintState(one, measured, limits)
    case 'handwritten':
      return inkState(one, measured, limits.handwritten)
  }
}

type InkLimits = { area: number; traceArea: number; width: number; height: number }

function inkState({ hand }: HandOnPage, { places }: Measured, limits: InkLimits): PlaceState {
  const place = places[hand.field]
  if (!place || place.lost > 0.3) return 'unclear'
  const { area, width, height } = place.pen
  if (area >= limits.area && width >= limits.width && height >= limits.height) return 'ok'
  return area < limits.traceArea ? 'missing' : 'unclear'
}

function signatureState(one: HandOnPage, measured: Measured, limits: SignedLimits): PlaceState {
  const state = inkState(one, measured, limits.signature)
  if (state === 'ok') return state
  const { leastSide, mostSide } = limits.stamp
  const stamped = measured.redMarks.some((mark) => {
    const [short, long] = sides(mark)
    return short >= leastSide && long <= mostSide && one.at !== null && shareOn(mark, one.at) > 0.4
  })
  return stamped ? 'stamped' : state
}

function dateState({ hand }: HandOnPage, { places }: Measured, { date }: SignedLimits): PlaceState {
  const place = places[hand.field]
  if (!place || place.lost > 0.3) return 'unclear'
  const { pen, gaps } = place
  if (gaps.length > 0) {
    const filled = gaps.filter((area) => area >= date.gapArea).length
    return filled === gaps.length ? 'ok' : filled === 0 || pen.area < date.traceArea ? 'missing' : 'unclear'
  }
  if (pen.area >= date.area && pen.width >= date.width) return 'ok'
  return pen.area < date.traceArea ? 'missing' : 'unclear'
}

function fingerprintState({ hand }: HandOnPage, { places }: Measured, { fingerprint }: SignedLimits): PlaceState {
  const place = places[hand.field]
  if (!place || place.lost > 0.3) return 'unclear'
  const { red, pen } = place
  const { area, width, height, mostSide, traceArea } = fingerprint
  const isFinger = red.area >= area && red.width >= width && red.height >= height && red.height <= mostSide
  if (isFinger) return 'ok'
  return red.area >= traceArea || pen.area >= area ? 'unclear' : 'missing'
}

function sealState(one: HandOnPage, all: readonly HandOnPage[], measured: Measured, limits: SignedLimits): PlaceState {
  const { seal } = limits
  const place = measured.places[one.hand.field]
  if (place && place.lost > 0.3) return 'unclear'
  const seals = sealsOf(measured.redMarks, limits)
  const here = seals.find((mark) => one.at === null || shareOn(mark, one.at) >= seal.onPlace)
  if (here) return here.area >= seal.area ? 'ok' : 'unclear'
  const taken = (mark: RedMark) =>
    all.some(({ hand, at }) => hand.why === 'seal' && at !== null && shareOn(mark, at) >= seal.onPlace)
  if (seals.some((mark) => !taken(mark))) return 'misplaced'
  return (place?.red.area ?? 0) >= seal.traceArea ? 'unclear' : 'missing'
}

/** Red marks that are as large as a seal. */
export function sealsOf(marks: readonly RedMark[], { seal }: SignedLimits): RedMark[] {
  return marks.filter((mark) => {
    const [short, long] = sides(mark)
    return long >= seal.longSide && short >= seal.shortSide && long <= seal.mostSide
  })
}

function sides({ width, height }: Spot): [number, number] {
  return [Math.min(width, height), Math.max(width, height)]
}

/** Share of a mark that lies on a place, with a little more around it. */
export function shareOn(mark: Spot, place: Spot): number {
  const more = 4
  const overlap = (a: number, aLength: number, b: number, bLength: number): number =>
    Math.max(0, Math.min(a + aLength, b + bLength + more) - Math.max(a, b - more))
  const shared = overlap(mark.x, mark.width, place.x, place.width) * overlap(mark.y, mark.height, place.y, place.height)
  return shared / Math.max(1e-6, mark.width * mark.height)
}
