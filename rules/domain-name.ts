/** A domain name taken apart: its labels as people read them, its suffix, and the label that is registered. */

export interface DomainName {
  /** Unicode labels, lower case. */
  labels: string[]
  /** The last label: "com", "中国". */
  tld: string
  /** The longest known suffix: "com.cn", "cn". */
  suffix: string
  /** The label before the suffix; empty when the name is a suffix itself. */
  label: string
  /** There is something before the registered name (www, a subdomain). */
  isSubdomain: boolean
}

/** RFC 3492, the label without its "xn--"; null when it is not valid. */
export function punycodeToUnicode(encoded: string): string | null {
  const lastDash = encoded.lastIndexOf('-')
  const output = lastDash > 0 ? [...encoded.slice(0, lastDash)].map((letter) => letter.charCodeAt(0)) : []
  const state = { code: 128, index: 0, bias: 72, at: lastDash > 0 ? lastDash + 1 : 0 }
  while (state.at < encoded.length) {
    const start = state.index
    if (!readDelta(encoded, state)) return null
    const length = output.length + 1
    state.bias = adaptBias(state.index - start, length, start === 0)
    state.code += Math.floor(state.index / length)
    if (state.code > 0x10ffff) return null
    state.index %= length
    output.splice(state.index, 0, state.code)
    state.index += 1
  }
  return String.fromCodePoint(...output)
}

function readDelta(encoded: string, state: { index: number; bias: number; at: number }): boolean {
  let weight = 1
  for (let step = 36; ; step += 36) {
    const digit = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(encoded[state.at] ?? ' ')
    state.at += 1
    if (digit < 0 || state.index > 0x7fffffff) return false
    state.index += digit * weight
    const threshold = Math.min(Math.max(step - state.bias, 1), 26)
    if (digit < threshold) return true
    weight *= 36 - threshold
  }
}

function adaptBias(delta: number, length: number, first: boolean): number {
  let value = first ? Math.floor(delta / 700) : Math.floor(delta / 2)
  value += Math.floor(value / length)
  let step = 0
  while (value > 455) {
    value = Math.floor(value / 35)
    step += 36
  }
  return step + Math.floor((36 * value) / (value + 38))
}

function readableLabel(label: string): string | null {
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u.test(label)) return null
  if (!label.startsWith('xn--')) return label
  return punycodeToUnicode(label.slice(4))
}

/** null: not a domain name. `secondLevel` lists suffixes below a top level ("cn" has "com"). */
export function parseDomain(name: string, secondLevel: Readonly<Record<string, readonly string[]>>): DomainName | null {
  const labels = name.normalize('NFKC').toLowerCase().replace(/。/g, '.').split('.').map(readableLabel)
  if (labels.length < 2 || labels.includes(null)) return null
  const readable = labels.filter((label) => label !== null)
  const tld = readable.at(-1) ?? ''
  const second = readable.at(-2) ?? ''
  const depth = Object.hasOwn(secondLevel, tld) && secondLevel[tld]?.includes(second) ? 2 : 1
  return {
    labels: readable,
    tld,
    suffix: readable.slice(-depth).join('.'),
    label: readable.at(-depth - 1) ?? '',
    isSubdomain: readable.length > depth + 1,
  }
}
