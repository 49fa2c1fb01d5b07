/** A person who holds a card up to the lens. The whole photo is the document: no outline on it may be cropped to. */
import { holderBehind, holderThumbs, nearer } from '../../fixtures/draw/holder.ts'
import { chenDawen, liSi, wangWu, zhangSan, zhaoLiu } from '../../fixtures/draw/people.ts'
import type { Thing } from '../../fixtures/draw/place.ts'
import type { Sheet } from '../../fixtures/draw/sheet.ts'
import type { Chance } from './chance.ts'
import { documentOf } from './documents.ts'
import type { Plan } from './plan.ts'

/** `longSide`: pixels of the picture. */
export function heldPlan(chance: Chance, seed: number, longSide: number): Plan {
  const { looks } = chance.pick([zhangSan, liSi, wangWu, zhaoLiu, chenDawen])
  const kind = chance.pick(['id-card', 'permit'] as const)
  const sheet = nearer(documentOf(kind, seed * 8), chance.between(3.2, 4.4))
  const middle = chance.between(640, 710)
  const upright = (drawn: Sheet, lift: number): Thing => ({ sheet: drawn, at: [0, 0], turn: 0, lift })
  const gain = chance.between(0.75, 1.08)
  return {
    seed,
    kind: 'held',
    material: chance.pick(['plastic', 'white', 'cloth', 'tiles', 'wood'] as const),
    documents: [{ kind, sheet, at: [0, middle - 480], turn: chance.between(-3, 3), lift: 6 }],
    under: [upright(holderBehind(looks, sheet.width / 2, middle), 14)],
    over: [upright(holderThumbs(looks, sheet.width / 2, middle), 2)],
    view: {
      width: Math.round((longSide * 3) / 4),
      height: longSide,
      pitch: chance.between(-4, 4),
      yaw: chance.between(-4, 4),
      roll: chance.between(-6, 6),
      spread: chance.between(560, 900),
      aim: [chance.between(-40, 40), chance.between(-20, 120)],
    },
    light: {
      from: [chance.between(-1, 1), chance.between(-1, 1)],
      fall: chance.between(0, 0.25),
      tint: [gain * (1 + chance.between(-0.05, 0.05)), gain, gain],
    },
  }
}
