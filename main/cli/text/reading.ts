/** What stands on a picture, for a person at a terminal. */
import type { DocumentReading, Standing } from '../../../rules/reading/schema.ts'
import type { Text } from '../../../rules/schema.ts'
import type { Say } from './say.ts'

const standings: Record<Standing, Text> = {
  confirmed: { zh: '校验通过', en: 'check digits right' },
  plausible: { zh: '格式相符', en: 'has the form of one' },
  read: { zh: '请核对', en: 'please compare' },
}

export function readingLines(reading: DocumentReading | null, say: Say): string[] {
  if (!reading) return []
  const { title, turn, fields, lines } = reading
  const what = title ? say(title) : say('认不出是哪种证件', 'no known document')
  const count = say(`读到 ${lines.length} 行字`, `${lines.length} lines read`)
  return [
    `${say('文字：', 'text: ')}${what}${say('，', ', ')}${count}${turnText(turn, say)}`,
    ...fields.map(({ title: name, value, standing }) => {
      const shown = value === 'long-term' ? say('长期', 'long-term') : value
      return `   ${say(name)}${say('：', ': ')}${shown}${say('（', ' (')}${say(standings[standing])}${say('）', ')')}`
    }),
  ]
}

function turnText(turn: DocumentReading['turn'], say: Say): string {
  if (turn === null) return say('，看不出正反方向', ', which way up it is cannot be told')
  return turn === 0 ? '' : say(`，顺时针转 ${turn} 度为正`, `, upright when turned clockwise by ${turn}°`)
}
