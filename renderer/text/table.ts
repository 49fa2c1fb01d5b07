/** One subject's sentences in both languages. The compiler asks for the same keys in both. */
export function table<const Zh extends Record<string, string>>(zh: Zh, en: { [Key in keyof Zh]: string }) {
  return { zh, en }
}
