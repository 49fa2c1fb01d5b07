/** What was found in pictures, and what became of them, for a person. */
import type { Output } from '../../../preload/contract.ts'
import type { Inspection } from '../../../preload/views.ts'
import type { ImageWindow } from '../../../rules/answers.ts'
import { shownBytes, shownLimit } from '../../../rules/bytes.ts'
import { type Catalog, findingLines } from './findings.ts'
import { readingLines } from './reading.ts'
import type { Say } from './say.ts'

export function inspectionText(inspection: Inspection, catalog: Catalog, say: Say): string {
  const { format, width, height, bytes, measurements } = inspection
  const { sharpness, lightness, clipped, chroma } = measurements
  return [
    inspection.page === null ? inspection.file : `${inspection.file}#${inspection.page}`,
    `   ${format.toUpperCase()}，${width}×${height}，${shownBytes(bytes)}`.replaceAll('，', say('，', ', ')),
    `   ${cornersText(inspection, say)}`,
    `   ${say(
      `清晰度 ${sharpness.toFixed(1)}，明度 ${lightness.toFixed(0)}/100，过曝 ${percent(clipped)}，色彩 ${chroma.toFixed(1)}`,
      `focus ${sharpness.toFixed(1)}, lightness ${lightness.toFixed(0)}/100, blown out ${percent(clipped)}, colour ${chroma.toFixed(1)}`,
    )}`,
    ...readingLines(inspection.reading, say).map((line) => `   ${line}`),
    ...(inspection.findings.length === 0
      ? [`   ${say('没有发现问题', 'no findings')}`]
      : inspection.findings.flatMap((finding) => findingLines(finding, catalog, say)).map((line) => `   ${line}`)),
  ].join('\n')
}

function cornersText({ corners, confidence }: Inspection, say: Say): string {
  if (!corners) return say('没有找到证件的四角', 'the corners of a document were not found')
  const points = corners.map(([x, y]) => `${Math.round(x)},${Math.round(y)}`).join(' ')
  return say(
    `证件四角：${points}（把握 ${percent(confidence)}）`,
    `corners: ${points} (confidence ${percent(confidence)})`,
  )
}

export function stitchText(done: Output<'file/stitch'>, say: Say): string {
  const size = `${done.width}×${done.height}`
  return say(
    `已保存 ${done.out}：${size} 像素，${shownBytes(done.bytes)}，JPEG 质量 ${done.quality}，小字约 ${done.print} 像素高（允许 ${windowText(done.window)}）`,
    `Saved ${done.out}: ${size} px, ${shownBytes(done.bytes)}, JPEG quality ${done.quality}, small print about ${done.print} px high (allowed ${windowText(done.window)})`,
  )
}

function windowText({ minBytes, maxBytes }: ImageWindow): string {
  return `${shownLimit(minBytes)} – ${shownLimit(maxBytes)}`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)}%`
}
