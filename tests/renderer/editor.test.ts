// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { adjustedSize } from '../../main/engine/imaging/adjust.ts'
import { canRedo, isMarked, isUnsaved, listNow, listWithMark, useEditor } from '../../renderer/editor/editor-store.ts'
import { between, cssMatrix, identity, leftOf, mapPoint, placed } from '../../renderer/editor/geometry.ts'
import { stepName } from '../../renderer/editor/History.tsx'
import { takeTool } from '../../renderer/editor/keep-mark.ts'
import {
  copiedTo,
  cropBase,
  fittedFrame,
  mappedCorners,
  movedCorner,
  movedFrame,
  type Parts,
  pulledFrame,
  straightenBase,
  withCrop,
  withStraighten,
  withTone,
  withTurn,
} from '../../renderer/editor/steps.ts'
import { cornersOf, isClockwise } from '../../rules/geometry.ts'
import type { Adjustment, Corners } from '../../rules/schema.ts'
import { plainTone } from '../../rules/tone.ts'

const photo = { width: 4000, height: 3000 }
const corners: Corners = [
  [700, 520],
  [3290, 640],
  [3170, 2390],
  [600, 2210],
]
const crop: Adjustment = { kind: 'crop', left: 10, top: 20, width: 300, height: 200 }
const straighten: Adjustment = { kind: 'straighten', corners }
const turn = (degrees: number): Adjustment => ({ kind: 'rotate', degrees })
const close = (a: readonly number[], b: readonly number[]) => {
  for (const [at, n] of a.entries()) expect(n).toBeCloseTo(b[at] ?? 0, 6)
}

describe('the plane of a picture', () => {
  test('each corner goes to its corner', () => {
    const to = cornersOf({ width: 856, height: 540 })
    const matrix = between(corners, to)
    corners.forEach((corner, at) => {
      close(mapPoint(matrix, corner), to[at] ?? [0, 0])
    })
  })

  test('a quarter turn to the right brings the upper left to the upper right', () => {
    const { matrix, size } = placed(photo, [turn(90)])
    expect(size).toEqual({ width: 3000, height: 4000 })
    close(mapPoint(matrix, [0, 0]), [3000, 0])
    close(mapPoint(matrix, [4000, 0]), [3000, 4000])
  })

  test('four quarter turns change nothing', () => {
    const { matrix, size } = placed(photo, [turn(90), turn(90), turn(90), turn(90)])
    expect(size).toEqual(photo)
    close(matrix, identity)
  })

  test.each<[string, Adjustment[]]>([
    ['an oblique turn', [turn(7.5)]],
    ['straightening', [straighten]],
    ['straightening to a card', [{ ...straighten, aspect: 85.6 / 53.98 }]],
    ['straightening, a turn, a crop', [straighten, turn(-90), crop]],
  ])('%s has the size that the engine gives it', (_, adjustments) => {
    const { width, height } = placed(photo, adjustments).size
    const engine = adjustedSize(photo, adjustments, 'photo.jpg')
    expect({ width, height }).toEqual({ width: engine.width, height: engine.height })
  })

  test.each<[string, Adjustment[], readonly (readonly number[])[] | null]>([
    ['nothing was cut off', [turn(3.5)], null],
    ['an upright picture shows all that was kept', [crop, turn(90)], null],
    [
      'what a crop cut off',
      [turn(180), crop, turn(3.5)],
      cornersOf({ width: 300, height: 200 }).map(([x, y]) => [3990 - x, 2980 - y]),
    ],
    ['what straightening cut off', [straighten, turn(3.5)], corners],
    [
      'a later crop cuts off more',
      [straighten, turn(180), { ...crop, left: 0, top: 0, width: 9000, height: 9000 }, turn(1)],
      corners,
    ],
  ])('an oblique turn does not bring back what is gone: %s', (_, adjustments, expected) => {
    const left = leftOf(photo, adjustments)
    expect(left?.length).toBe(expected?.length)
    for (const point of expected ?? []) {
      expect(
        Math.min(...(left ?? []).map(([x, y]) => Math.hypot(x - (point[0] ?? 0), y - (point[1] ?? 0)))),
      ).toBeLessThan(1)
    }
  })

  test('the matrix of the style sheet is the same map', () => {
    expect(cssMatrix(identity)).toBe('matrix3d(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1)')
  })

  test('crossed and mirrored corners are told from good ones', () => {
    const [a, b, c, d] = corners
    expect(isClockwise(corners)).toBe(true)
    expect(isClockwise([a, c, b, d])).toBe(false)
    expect(isClockwise([b, a, d, c])).toBe(false)
  })
})

describe('the list of adjustments', () => {
  test.each<[string, Adjustment[], number, Adjustment[]]>([
    ['a first turn', [crop], 90, [crop, turn(90)]],
    ['two turns are one', [turn(90)], 90, [turn(180)]],
    ['a turn back is none', [turn(90)], -90, []],
    ['past a half turn', [turn(180)], 90, [turn(-90)]],
  ])('%s', (_, list, degrees, expected) => {
    expect(withTurn(list, degrees)).toEqual(expected)
  })

  test('corners are set over the original as it was first turned, and found again', () => {
    expect(straightenBase([turn(90), crop])).toEqual({ before: [turn(90)], corners: null, after: [crop] })
    expect(straightenBase([turn(90), straighten, crop])).toEqual({ before: [turn(90)], corners, after: [crop] })
  })

  test('straightening keeps later turns and drops a crop that no longer fits', () => {
    const { list, cropDropped } = withStraighten([straighten, turn(90), crop], corners, 'card')
    expect(list).toEqual([{ ...straighten, aspect: 85.6 / 53.98 }, turn(90)])
    expect(cropDropped).toBe(true)
    expect(withStraighten([], corners, 'free')).toEqual({ list: [straighten], cropDropped: false })
  })

  test('a second crop replaces the first; the whole picture is no crop', () => {
    const frame = { left: 0, top: 0, width: 100, height: 100 }
    expect(cropBase([straighten, crop]).before).toEqual([straighten])
    expect(withCrop([straighten, crop], frame, photo)).toEqual([straighten, { kind: 'crop', ...frame }])
    expect(withCrop([crop], { left: 0, top: 0, ...photo }, photo)).toEqual([])
  })

  test('there is one tone, before all geometry, and a plain one is none', () => {
    const bright = { ...plainTone, brightness: 0.3 }
    expect(withTone([straighten, turn(90)], bright)).toEqual([bright, straighten, turn(90)])
    expect(withTone([{ ...plainTone, red: 1.1 }, crop], bright)).toEqual([bright, crop])
    expect(withTone([bright, crop], plainTone)).toEqual([crop])
    expect(straightenBase([bright, turn(90), crop]).before).toEqual([bright, turn(90)])
    expect(withStraighten([bright, straighten, turn(90)], corners, 'free').list).toEqual([bright, straighten, turn(90)])
  })

  const [dark, pale] = [
    { ...plainTone, contrast: 0.2 },
    { ...plainTone, brightness: 0.1 },
  ]
  const same = { ...photo, adjustments: [pale, crop] }
  const other = { width: 3000, height: 4000, adjustments: [pale, crop] }
  test.each<[string, Adjustment[], typeof other, Parts, Adjustment[]]>([
    ['the tone alone leaves its own corners', [dark, straighten], same, { tone: true, geometry: false }, [dark, crop]],
    ['geometry alone leaves its own tone', [straighten], same, { tone: false, geometry: true }, [pale, straighten]],
    ['both', [dark, straighten], same, { tone: true, geometry: true }, [dark, straighten]],
    ['geometry does not fit another size', [dark, turn(90)], other, { tone: true, geometry: true }, [dark, crop]],
  ])('copied to another picture: %s', (_, list, target, parts, expected) => {
    expect(copiedTo(list, photo, target, parts)).toEqual(expected)
  })

  test('corners found on the original follow the turns before them', () => {
    const [first] = mappedCorners(corners, photo, [turn(90)])
    expect(first?.map(Math.round)).toEqual([3000 - 520, 700])
  })
})

describe('handles', () => {
  test('stay on the picture', () => {
    expect(movedCorner(corners, 0, [-50, 9999], photo)[0]).toEqual([0, 3000])
    const frame = { left: 100, top: 100, width: 400, height: 300 }
    expect(movedFrame(frame, -500, 9999, photo)).toEqual({ ...frame, left: 0, top: 2700 })
    expect(pulledFrame(frame, 2, [9999, 350], photo, 'free')).toEqual({ left: 100, top: 100, width: 3900, height: 250 })
    expect(pulledFrame(frame, 0, [490, 395], photo, 'free')).toEqual({ left: 484, top: 384, width: 16, height: 16 })
  })

  test('keep known proportions inside the picture', () => {
    const frame = fittedFrame(photo, 'card')
    expect(frame.width).toBe(4000)
    expect(frame.width / frame.height).toBeCloseTo(85.6 / 53.98, 2)
    const pulled = pulledFrame(frame, 2, [2000, 2000], photo, 'card')
    expect(pulled.width / pulled.height).toBeCloseTo(85.6 / 53.98, 2)
    expect(pulled.left + pulled.width).toBeLessThanOrEqual(4000)
  })
})

describe('what is marked and not yet applied', () => {
  const open = (list: readonly Adjustment[]) => {
    useEditor.getState().begin(list, 'free')
    return useEditor.getState()
  }
  const now = () => listWithMark(useEditor.getState(), photo)

  test('is part of what is saved once the person has set it, and not before', () => {
    const { pick, set, mark } = open([turn(90)])
    pick('straighten')
    set({ corners })
    expect(now()?.list).toEqual([turn(90)])
    mark({ corners })
    expect(now()?.list).toEqual([turn(90), straighten])
    mark({ corners: corners.toReversed() as Corners })
    expect(now()).toBeNull()
    pick('tone')
    mark({ tone: { ...plainTone, contrast: 0.2 } })
    expect(now()?.list).toEqual([{ ...plainTone, contrast: 0.2 }, turn(90)])
    pick('crop')
    mark({ frame: { left: 10, top: 20, width: 300, height: 200 } })
    expect(now()?.list).toEqual([turn(90), crop])
  })

  test('is undone and redone move by move; a drag is one move, and a new one goes another way', () => {
    const editor = () => useEditor.getState()
    const { commit, pick, set, mark, undo, redo } = open([])
    commit([turn(90)])
    undo()
    pick('straighten')
    set({ corners })
    const [once, twice] = [movedCorner(corners, 0, [10, 10], photo), movedCorner(corners, 1, [20, 20], photo)]
    mark({ corners: movedCorner(corners, 0, [5, 5], photo) })
    mark({ corners: once }, true)
    mark({ corners: twice })
    expect(canRedo(editor())).toBe(false)
    undo()
    expect(editor().corners).toEqual(once)
    undo()
    expect([editor().corners, editor().tool, isMarked(editor())]).toEqual([corners, 'straighten', false])
    undo()
    expect(editor().tool).toBe('straighten')
    redo()
    redo()
    expect(editor().corners).toEqual(twice)
    undo()
    mark({ corners })
    expect(canRedo(editor())).toBe(false)
    undo()
    undo()
    redo()
    expect(editor().history[editor().at]).toEqual([])
  })

  test('stays when another tool is taken in hand, and asks for nothing when nothing is lost', () => {
    const editor = () => useEditor.getState()
    const { pick, mark } = open([])
    pick('straighten')
    expect(isUnsaved(editor(), photo)).toBe(false)
    mark({ corners: corners.toReversed() as Corners })
    expect(isUnsaved(editor(), photo)).toBe(true)
    takeTool(photo, 'view')
    expect(editor().tool).toBe('straighten')
    mark({ corners })
    takeTool(photo, 'view')
    expect([editor().tool, listNow(editor())]).toEqual(['view', [straighten]])
  })

  test('a step of the history is called by what was done, though tone and straightening stand first in the list', () => {
    const say = (key: string) => key
    const tone = { ...plainTone, brightness: 0.3 }
    expect(stepName([tone, crop], [crop], say)).toBe('stepTone')
    expect(stepName([tone, crop], [tone], say)).toBe('stepCrop')
    expect(stepName([], [tone], say)).toBe('stepNone')
    expect(stepName([straighten, turn(90)], [crop, turn(90)], say)).toBe('stepStraighten')
    expect(stepName([straighten, turn(90)], [straighten], say)).toBe('stepRotate')
  })
})
