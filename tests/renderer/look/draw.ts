/** Pictures of nobody: a card on a table, a sheet of paper. */
import type { ImageView } from '../../../preload/views.ts'

const card = `<g transform="translate(700 520) rotate(2.6) skewX(-3)">
  <rect width="2590" height="1720" rx="70" fill="#e8f0f4"/>
  <rect width="2590" height="1720" rx="70" fill="none" stroke="#9db4bf" stroke-width="10"/>
  <g font-family="sans-serif" font-size="120" fill="#27424f">
    <text x="170" y="290">姓名　张三（样本）</text><text x="170" y="520">性别　男　民族　汉</text>
    <text x="170" y="750">出生　1949 年 12 月 31 日</text><text x="170" y="980">住址　示例路 1 号</text>
    <text x="170" y="1520">公民身份号码　11010519491231002X</text>
  </g>
  <rect x="1850" y="250" width="560" height="720" fill="#c2d2da"/><circle cx="2130" cy="510" r="150" fill="#8ea6b2"/>
  <path d="M1890 970q240-380 480 0z" fill="#8ea6b2"/></g>`
const sheet = `<g transform="translate(420 300) rotate(-1.6)"><rect width="2200" height="3300" fill="#fbfaf5"/>
  <text x="300" y="330" font-size="120" font-family="sans-serif" fill="#333">网站备案信息真实性核验单</text>
  ${Array.from({ length: 16 }, (_, n) => `<rect x="200" y="${500 + n * 160}" width="1800" height="4" fill="#777"/>`).join('')}</g>`

function svg(width: number, height: number, inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
  <defs><linearGradient id="t" x1="0" y1="0" x2="1" y2="1"><stop stop-color="#6d4a32"/><stop offset="1" stop-color="#4a3020"/></linearGradient></defs>
  <rect width="${width}" height="${height}" fill="url(#t)"/>${inside}</svg>`
}

export function drawPhoto(image: ImageView | undefined): string {
  const { width, height } = image ?? { width: 4000, height: 3000 }
  return `data:image/svg+xml,${encodeURIComponent(svg(width, height, height > width ? sheet : card))}`
}

/** The same as bytes, for what the bridge hands over. */
export async function drawBytes(what: string, width: number, height: number): Promise<Uint8Array> {
  const source =
    what === 'form'
      ? svg(3040, 4300, `<rect width="3040" height="4300" fill="#fff"/>${sheet}`)
      : svg(4000, 8000, `${card}<g transform="translate(0 4000)">${card}</g>`)
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(source)}`
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
  return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
}
