/** A signed page as a flatbed scanner or a phone gives it. */
import sharp from 'sharp'
import { apply, lens, type View } from '../../fixtures/draw/camera.ts'
import { outline, place, type Thing } from '../../fixtures/draw/place.ts'
import { drawTable, emptyFrame, expose, type Light } from '../../fixtures/draw/scene.ts'
import { a4 } from '../../fixtures/draw/sheet.ts'
import { type Chance, chanceOf } from '../scenes/chance.ts'
import { groundOf, materials } from '../scenes/ground.ts'
import { castOver, opticsOf, throughLens } from '../scenes/lens.ts'

interface How {
  seed: number
  cutOff: boolean
  turns: number
}

/** A little askew, with the margins a feeder leaves or loses, uneven paper white, and compression. */
export async function scanned(page: Buffer, chance: Chance, { cutOff, turns }: How): Promise<Buffer> {
  const dots = chance.pick([150, 200, 200, 300])
  const scale = dots / 25.4
  const [width, height] = [Math.round(210 * scale), Math.round(297 * scale)]
  const angle = chance.between(-1.6, 1.6)
  const paper = chance.whole(240, 255)
  const askew = await sharp(page)
    .resize(width, height, { fit: 'fill' })
    .rotate(angle, { background: { r: paper, g: paper, b: paper - 4 } })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  const lost = (most: number) => Math.round(most * scale)
  const left = lost(chance.between(0, 2))
  const top = lost(cutOff ? 0 : chance.between(0, 2))
  const shown = { width: askew.info.width - left - lost(chance.between(0, 2)), height: askew.info.height - top }
  const cut = cutOff ? Math.round(shown.height * chance.between(0.3, 0.42)) : 0
  const gain = chance.between(0.86, 1.05)
  const flat = await sharp(askew.data)
    .extract({ left, top, width: shown.width, height: shown.height - cut })
    .linear([gain, gain * chance.between(0.98, 1.01), gain * chance.between(0.93, 1.01)], [0, 0, 0])
    .blur(chance.between(0.4, 1))
    .rotate(turns * 90)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const grain = chance.between(0, 5)
  for (let index = 0; index < flat.data.length; index += 1) {
    const value = (flat.data[index] as number) + (chance.between(0, 1) + chance.between(0, 1) - 1) * grain
    flat.data[index] = Math.max(0, Math.min(255, value))
  }
  return sharp(flat.data, { raw: { width: flat.info.width, height: flat.info.height, channels: 3 } })
    .jpeg({ quality: chance.whole(45, 92) })
    .toBuffer()
}

const longSide = 2300

/** On a table, in uneven light, through a lens; the phone may be held any way round. */
export async function photographed(page: Buffer, chance: Chance, { seed, cutOff, turns }: How): Promise<Buffer> {
  const sheet = {
    ...a4,
    drawing: `<image width="${a4.width}" height="${a4.height}" preserveAspectRatio="none" href="data:image/png;base64,${page.toString('base64')}"/>`,
  }
  const roll = chance.between(-9, 9)
  const view: View = {
    width: Math.round((longSide * 3) / 4),
    height: longSide,
    pitch: chance.between(-14, 14),
    yaw: chance.between(-9, 9),
    roll,
    spread: chance.between(238, 285),
    aim: cutOff ? [0, chance.between(-150, -120)] : [chance.between(-6, 6), chance.between(-8, 8)],
  }
  const thing: Thing = { sheet, at: [0, 0], turn: turns === 2 ? 180 : 0, lift: chance.between(0.15, 0.4) }
  if (turns === 2 && cutOff) view.aim = [0, -view.aim[1]]
  while (!cutOff && !isWhole(view, thing)) view.spread *= 1.02
  const frame = emptyFrame(view)
  frame.toPicture = lens(view)
  const light = lightOf(chance)
  drawTable(frame, groundOf(chance.pick(materials), seed))
  await place(frame, thing, light)
  if (chance.is(0.35)) castOver(frame, chance)
  frame.pixels = throughLens(frame, { ...opticsOf(chanceOf(seed, 'optics'), longSide / 2) })
  const { width, height } = frame
  const data = expose(frame, { light, grain: chance.between(1, 6), seed })
  return sharp(data, { raw: { width, height, channels: 3 } })
    .blur(chance.between(0.5, 1.1))
    .rotate(turns === 1 ? 90 : turns === 3 ? 270 : 0)
    .jpeg({ quality: chance.whole(55, 92) })
    .toBuffer()
}

/** All four corners in the picture, with room for what the lens bends. */
function isWhole(view: View, thing: Thing): boolean {
  const toPicture = lens(view)
  const [mx, my] = [view.width * 0.015, view.height * 0.015]
  return outline(thing, 0).every((corner) => {
    const [x, y] = apply(toPicture, corner)
    return x > mx && y > my && x < view.width - mx && y < view.height - my
  })
}

function lightOf(chance: Chance): Light {
  const angle = chance.between(0, 2 * Math.PI)
  const gain = chance.is(0.2) ? chance.between(0.5, 0.7) : chance.between(0.8, 1.08)
  const warmth = chance.between(-0.07, 0.07)
  return {
    from: [Math.cos(angle), Math.sin(angle)],
    fall: chance.between(0, 0.3),
    tint: [gain * (1 + warmth), gain, gain * (1 - warmth)],
  }
}
