/** The options of commands that make all papers of filing files: whether the library's blanks are used. */
import type { Command } from 'commander'

export function addLibrary(command: Command, say: (zh: string, en: string) => string): Command {
  return command
    .option(
      '--library',
      say(
        '填在库里为这家接入商选定的空白表上（见 anchors choose）；不给则都用自己的版式，同样的输入在任何电脑上结果都一样',
        'write on the blanks chosen for the provider in the library (see anchors choose); else on our own sheets, so that the same input gives the same files on every computer',
      ),
    )
    .option(
      '--data <DIR>',
      say(
        '空白表库所在的数据文件夹；默认是桌面程序的',
        "data folder of the library; the desktop program's if not given",
      ),
    )
}
