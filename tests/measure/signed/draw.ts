/** Draws the picture of a seed: the printed page, what the hand put on it, and the scanner or phone that took it. */
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { type FormResult, fillForm } from '../../../main/engine/papers/forms.ts'
import type { PlacedHand } from '../../../main/engine/pdf/form-report.ts'
import { renderPage } from '../../../main/engine/pdf/render.ts'
import type { HandPlace } from '../../../rules/answers.ts'
import { shippedRules } from '../../../rules/catalog.ts'
import { Filing, IsoDate } from '../../../rules/schema.ts'
import { fingerprint, seal } from '../../fixtures/draw/ornaments.ts'
import { exampleFiling } from '../../fixtures/draw/papers-filed.ts'
import { type Chance, chanceOf } from '../scenes/chance.ts'
import { alter } from './alter.ts'
import { photographed, scanned } from './capture.ts'
import { number, type Pen, paragraph, penOf, signature } from './hands.ts'
import { type SignedPlan, signedPlan } from './plan.ts'

export const on = IsoDate.parse('2026-11-24')
/** Pixels of the long side of a page before it is photographed: 200 dots an inch. */
const printedSide = 2339
const a4 = { width: 210, height: 297 }

export interface DrawnSigned {
  plan: SignedPlan
  filing: Filing
  /** "code@field", or the code alone where it is of the whole page. */
  expected: string[]
  /** Hash of the paper that was printed. */
  printed: string
  jpeg: Buffer
}

export async function drawSigned(seed: number): Promise<DrawnSigned> {
  // The engine reads no SVG; here the drawings are SVG.
  sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] })
  const plan = signedPlan(seed)
  const filing = exampleFiling(plan.example)
  const printed = await printedFor(plan, filing)
  const chance = chanceOf(seed, 'hand')
  const page = pageOf(plan, printed)
  const sheet = await renderPage(printed.pdf, page, printedSide)
  const hand = handOn(chance, plan, printed, page)
  const altered = plan.fault === 'altered' ? alter(chance, plan.alteration, sheet, printed.places) : null
  const overlay = [altered ?? '', hand.drawing, ...distractions(chance)].join('')
  const paper = await composed(sheet, overlay)
  const cutOff = plan.fault === 'cut-off'
  const taken = plan.capture === 'scan' ? scanned : photographed
  const jpeg = await taken(paper, chanceOf(seed, 'capture'), { seed, cutOff, turns: plan.turns })
  const expected = [...hand.expected, ...(plan.fault === null ? [] : (ofPage[plan.fault] ?? []))]
  return { plan, filing, expected, printed: hashOf(printed), jpeg }
}

/** The last that the hand belongs on; of another edition the first, since the last may carry none of the facts. */
function pageOf({ fault }: SignedPlan, { places }: FormResult): number {
  return fault === 'other-edition' ? 0 : Math.max(0, ...places.map(({ page }) => page))
}

/** Of the paper that this seed prints today. */
export async function printedHash(plan: SignedPlan): Promise<string> {
  return hashOf(await printedFor(plan, exampleFiling(plan.example)))
}

function hashOf({ pdf }: FormResult): string {
  return createHash('sha256').update(pdf).digest('hex')
}

const ofPage: Partial<Record<NonNullable<SignedPlan['fault']>, string[]>> = {
  altered: ['signed.text-altered'],
  'other-edition': ['signed.other-edition'],
  'other-paper': ['signed.other-paper'],
  'cut-off': ['signed.cut-off'],
}

/** What was printed: of another edition, or another paper of the same filing, where that is the fault. */
function printedFor({ form, fault, seed }: SignedPlan, filing: Filing): Promise<FormResult> {
  const other = form === 'residence-statement' ? 'situation-statement' : 'residence-statement'
  const job = {
    form: fault === 'other-paper' ? other : form,
    filing: fault === 'other-edition' ? otherFacts(filing, seed) : filing,
    service: 0,
    on,
    blank: null,
    partial: true,
  }
  return fillForm(job, shippedRules)
}

/** The same applicant before he moved, changed his name and his domain. */
function otherFacts(filing: Filing, seed: number): Filing {
  const chance = chanceOf(seed, 'edition')
  const person = {
    name: chance.pick(['周九', '吴十一', '郑十二']),
    certificate: { type: 'resident-id', number: chance.pick(['110105194912310038', '440300197707070074']) },
  }
  const [service] = filing.services ?? []
  const domains = service?.domains?.map((domain) => ({
    ...domain,
    name: 'yiqian-de-yuming.com',
    registrantName: person.name,
  }))
  return Filing.parse({
    ...filing,
    subject: {
      ...filing.subject,
      name: filing.subject?.nature === 'individual' ? person.name : '样本贸易发展有限公司',
      certificate: {
        ...filing.subject?.certificate,
        number: filing.subject?.nature === 'individual' ? person.certificate.number : '91440300MA00000023',
      },
      legalRepresentative: { ...filing.subject?.legalRepresentative, ...person },
      responsiblePerson: person,
    },
    services: [{ ...service, name: '以前的示例网站', domains }],
  })
}

interface Hand {
  drawing: string
  expected: string[]
}

/** Millimetres from the top left of the page. */
export function millimetres({ x, y, width, height }: PlacedHand) {
  const mm = 25.4 / 72
  return { x: x * mm, y: a4.height - (y + height) * mm, width: width * mm, height: height * mm }
}

function handOn(chance: Chance, plan: SignedPlan, { places, report }: FormResult, page: number): Hand {
  const hands = report.signing.hands.flatMap((hand) => {
    const place = places.find(({ field }) => field === hand.field)
    return place?.page === page && hand.by !== 'provider' ? [{ hand, place }] : []
  })
  const seals = hands.filter(({ hand }) => hand.why === 'seal')
  const forgotten =
    plan.fault === 'left-empty' ? chance.pick(hands) : plan.fault === 'seal-misplaced' ? seals[0] : undefined
  const pen = penOf(chance)
  const drawn = hands.map(({ hand, place }) =>
    hand.field === forgotten?.hand.field ? '' : mark(chance, hand, place, pen, plan.seed),
  )
  if (!forgotten) return { drawing: drawn.join(''), expected: [] }
  const misplaced = plan.fault === 'seal-misplaced'
  const elsewhere = misplaced ? sealAt(chance, ...awayFrom(chance, forgotten.place), plan.seed) : ''
  const code = misplaced ? 'signed.seal-misplaced' : `signed.${forgotten.hand.why}-missing`
  return { drawing: drawn.join('') + elsewhere, expected: [`${code}@${forgotten.hand.field}`] }
}

/** A spot of free paper, more than a seal away from its place. */
function awayFrom(chance: Chance, place: PlacedHand): [number, number] {
  const box = millimetres(place)
  for (let tries = 0; tries < 500; tries += 1) {
    const [x, y] = [chance.between(35, 175), chance.between(205, 255)]
    if (Math.hypot(x - box.x - box.width / 2, y - box.y - box.height / 2) > 62) return [x, y]
  }
  return [35, 40]
}

function mark(chance: Chance, { why }: HandPlace, place: PlacedHand, pen: Pen, seed: number): string {
  const box = millimetres(place)
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  switch (why) {
    case 'signature':
      return signature(chance, box.x + chance.between(1, Math.max(2, box.width - 30)), box.y + box.height * 0.85, pen)
    case 'seal':
      return sealAt(chance, middle.x + chance.between(-9, 5), middle.y + chance.between(-6, 6), seed)
    case 'fingerprint':
      return fingerprint(middle.x + chance.between(-4, 4), middle.y + chance.between(-4, 4), seed)
    case 'date':
      return dated(chance, box, pen)
    case 'handwritten':
      return paragraph(chance, box, pen)
  }
}

function sealAt(chance: Chance, x: number, y: number, seed: number): string {
  return seal(chance.pick(['示例科技有限公司', '样本贸易发展有限公司']), x, y, chance.between(18.5, 21), seed)
}

/** Year, month and day before their printed characters; in a place without these, one after the other. */
function dated(chance: Chance, box: ReturnType<typeof millimetres>, pen: Pen): string {
  const height = chance.between(3.2, 4.6)
  const em = box.width / 13
  const printed = Math.abs(box.width - 13 * 4.94) < 2
  const starts = printed ? [0.9 * em, 5.3 * em, 9.3 * em] : [4, 20, 32]
  const base = box.y + box.height * 0.78
  const texts = ['2026', String(chance.whole(1, 12)), String(chance.whole(1, 28))]
  return texts.map((text, index) => number(chance, text, box.x + (starts[index] ?? 0), base, height, pen)).join('')
}

/** What is no fault: punched holes, a fold, a marker pen over a line. */
function distractions(chance: Chance): string[] {
  const holes = `<circle cx="12" cy="108" r="3" fill="#b9b2a6"/><circle cx="12" cy="188" r="3" fill="#b9b2a6"/>`
  const y = chance.between(140, 155)
  const fold = `<path d="M0 ${y}L210 ${y + chance.between(-1, 1)}" stroke="#8c8a86" stroke-opacity="0.35" stroke-width="0.7"/>`
  const top = chance.between(60, 120)
  const marker = `<rect x="60" y="${top}" width="${chance.between(30, 70)}" height="5" fill="#ffb02e" fill-opacity="0.4"/>`
  return [chance.is(0.1) ? holes : '', chance.is(0.25) ? fold : '', chance.is(0.12) ? marker : '']
}

async function composed(sheet: { data: Buffer; width: number; height: number }, overlay: string) {
  const { data, width, height } = sheet
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${a4.width} ${a4.height}">${overlay}</svg>`
  const printed = sharp(data, { raw: { width, height, channels: 3 } })
  return printed
    .composite([{ input: Buffer.from(svg) }])
    .png({ compressionLevel: 1 })
    .toBuffer()
}
