/** What the person or the script sees: whole, in order, and without a crash when the reader has gone. */
import { Failure } from '../engine/failure.ts'

/**
 * Writes all of the text. A reader that has had enough (`| head`) is no failure;
 * anything else, such as a full disk behind `>`, is `file.unwritable`.
 */
export function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((done, fail) => {
    const settle = (error?: Error | null) => {
      const { code } = (error ?? {}) as NodeJS.ErrnoException
      if (!error || code === 'EPIPE') done()
      else
        fail(
          new Failure('file.unwritable', {
            file: stream === process.stdout ? 'stdout' : 'stderr',
            detail: code ?? String(error),
          }),
        )
    }
    stream.on('error', settle)
    stream.write(text, settle)
  })
}

/** Text from a filing or a file name may hold what a terminal would obey; it is shown, not obeyed. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) => (character === '\n' ? '\n' : '\ufffd'))
}

export function oneLine(text: string): string {
  return harmless(text.replace(/\s*[\r\n]+\s*/g, ' ')).trim()
}

/** One line that is written over, on a terminal only; a log file would only fill with it. */
export function showProgress(done: number, total: number, label: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${done + 1}/${total} ${oneLine(label)}`)
}

export function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K')
}
