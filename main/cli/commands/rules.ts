/** The rules themselves: which edition is in use, packs in and out, and whose packs are taken. */
import type { Output } from '../../../preload/contract.ts'
import { type Asked, dataFolder, fromTyped, type Outcome } from '../asked.ts'
import { call } from '../engine.ts'
import { refuseOverwriting } from '../out-file.ts'
import { changedText, distrustedText, reportText, stateText } from '../text/rules.ts'
import { sayIn } from '../text/say.ts'

interface DataOption {
  data?: string
}

export async function show(asked: Asked, options: DataOption): Promise<Outcome> {
  const state = await call('rules/state', {}, dataFolder(options))
  return { json: state, text: () => stateText(state, sayIn(asked.language)) }
}

export async function report(asked: Asked, options: DataOption): Promise<Outcome> {
  const facts = await call('rules/report', {}, dataFolder(options))
  return { json: facts, text: () => reportText(facts, sayIn(asked.language)) }
}

export async function importPack(
  asked: Asked,
  file: string,
  options: DataOption & { older?: boolean },
): Promise<Outcome> {
  const input = { path: fromTyped(file), older: options.older ?? false, on: asked.on }
  return changeOutcome(await call('rules/import', input, dataFolder(options)), asked)
}

export async function revert(asked: Asked, options: DataOption): Promise<Outcome> {
  return changeOutcome(await call('rules/revert', { on: asked.on }, dataFolder(options)), asked)
}

function changeOutcome(change: Output<'rules/import'>, asked: Asked): Outcome {
  return { json: change, text: () => changedText(change, sayIn(asked.language)) }
}

export async function trust(asked: Asked, file: string, options: DataOption & { name?: string }): Promise<Outcome> {
  const input = { path: fromTyped(file), title: options.name ?? null }
  const key = await call('rules/trust', input, dataFolder(options))
  const say = sayIn(asked.language)
  return {
    json: key,
    text: () =>
      say(
        `已信任“${key.title}”的公钥，指纹 ${key.id}\n请与对方核对指纹；此后由它签名的规则包可以导入。`,
        `The public key of ${key.title} is trusted, fingerprint ${key.id}\nCompare the fingerprint with its owner; packs signed by it can now be imported.`,
      ),
  }
}

export async function distrust(asked: Asked, key: string, options: DataOption): Promise<Outcome> {
  const gone = await call('rules/distrust', { key, on: asked.on }, dataFolder(options))
  return { json: gone, text: () => distrustedText(gone, sayIn(asked.language)) }
}

export async function pack(asked: Asked, folder: string, options: { key: string; out: string }): Promise<Outcome> {
  const [key, out] = [fromTyped(options.key), fromTyped(options.out)]
  await refuseOverwriting(out, [key])
  const made = await call('rules/pack', { folder: fromTyped(folder), key, out })
  const say = sayIn(asked.language)
  return {
    json: made,
    text: () =>
      say(
        `已写出规则包 ${made.version}：${made.out}（${made.files} 个数据文件，${made.golden} 个样例全部通过，公钥指纹 ${made.key}）`,
        `Rule pack ${made.version} written: ${made.out} (${made.files} data files, all ${made.golden} examples pass, key fingerprint ${made.key})`,
      ),
  }
}
