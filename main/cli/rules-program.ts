/** The command `rules` and what can be done with it. */
import type { Command } from 'commander'
import { fileName } from './arguments.ts'
import type { Work } from './program.ts'

type Say = (zh: string, en: string) => string
type Start = (work: Work) => void
interface DataOption {
  data?: string
}

const commands = () => import('./commands/rules.ts')

export function addRules(program: Command, say: Say, start: Start): void {
  const rules = program
    .command('rules')
    .description(say('规则：版本、更新包、信任的公钥', 'the rules: their edition, packs, trusted keys'))
  const dataHelp = say('数据文件夹；默认是桌面程序的', "the data folder; the desktop program's if not given")
  rules
    .command('show')
    .description(say('现在用的是哪一版规则，有什么更新', 'which edition is in use, and what is new in it'))
    .option('--data <DIR>', dataHelp)
    .action((options: DataOption) => start(async (asked) => (await commands()).show(asked, options)))
  rules
    .command('report')
    .description(
      say(
        '资料中的每一条：由程序判断、作为说明，还是没有采用及原因',
        'every fact: evaluated, passed on as advice, or left out and why',
      ),
    )
    .option('--data <DIR>', dataHelp)
    .action((options: DataOption) => start(async (asked) => (await commands()).report(asked, options)))
  rules
    .command('import')
    .description(
      say(
        '导入签名的规则包：全部通过检查才启用，并列出清单有变化的客户',
        'take a signed pack into use if all of it holds, and list the clients it concerns',
      ),
    )
    .argument('<FILE>', say('规则包（beiqi-rulepack/1）', 'rule pack (beiqi-rulepack/1)'))
    .option('--older', say('即使不比现用的新也导入', 'even if it is not newer than the edition in use'))
    .option('--data <DIR>', dataHelp)
    .action((file: string, options: DataOption & { older?: boolean }) =>
      start(async (asked) => (await commands()).importPack(asked, file, options)),
    )
  rules
    .command('revert')
    .description(say('换回程序自带的规则', 'go back to the rules that came with the program'))
    .option('--data <DIR>', dataHelp)
    .action((options: DataOption) => start(async (asked) => (await commands()).revert(asked, options)))
  addKeys(rules, say, start, dataHelp)
  addPack(rules, say, start)
}

function addKeys(rules: Command, say: Say, start: Start, dataHelp: string): void {
  rules
    .command('trust')
    .description(
      say('信任一个公钥，以后可以导入它签名的规则包', 'trust a public key, so that packs signed by it can be imported'),
    )
    .argument('<KEY.pem>', say('Ed25519 公钥（PEM）', 'Ed25519 public key (PEM)'))
    .option('--name <NAME>', say('这是谁的公钥', 'whose key it is'))
    .option('--data <DIR>', dataHelp)
    .action((file: string, options: DataOption & { name?: string }) =>
      start(async (asked) => (await commands()).trust(asked, file, options)),
    )
  rules
    .command('distrust')
    .description(
      say(
        '不再信任一个添加过的公钥；正在用的规则包若由它签名，就换回程序自带的规则',
        'no longer trust a key that was added; if the pack in use is signed by it, the shipped rules come back',
      ),
    )
    .argument(
      '<ID>',
      say('指纹，或它的开头（至少 8 位）', 'its fingerprint, or the beginning of it (8 characters or more)'),
    )
    .option('--data <DIR>', dataHelp)
    .action((key: string, options: DataOption) =>
      start(async (asked) => (await commands()).distrust(asked, key, options)),
    )
}

function addPack(rules: Command, say: Say, start: Start): void {
  rules
    .command('pack')
    .description(
      say('（制作方）把数据文件夹做成签名的规则包', '(for the maker) make a signed pack of a folder of data'),
    )
    .argument('<DIR>', say('与 rules/data 同样布置的文件夹', 'a folder laid out like rules/data'))
    .requiredOption('--key <PRIVATE.pem>', say('Ed25519 私钥（PEM，无密码）', 'Ed25519 private key (PEM, no password)'))
    .requiredOption(
      '--out <FILE>',
      say('写到这个文件', 'write to this file'),
      fileName('--out', ['.json', '.beiqirules']),
    )
    .action((folder: string, options: { key: string; out: string }) =>
      start(async (asked) => (await commands()).pack(asked, folder, options)),
    )
}
