/** What stopped a file from being written, in words. */
import type { Text } from '../../../rules/schema.ts'
import { Failure } from '../failure.ts'

const reasons: Partial<Record<string, Text>> = {
  ENOENT: { zh: '所在的文件夹不存在', en: 'its folder does not exist' },
  ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'a part of its path is no folder' },
  EEXIST: { zh: '同名的文件已存在', en: 'a file of that name exists' },
  EBUSY: { zh: '正在被使用，或是一块磁盘的根目录', en: 'it is in use, or the root of a disk' },
  EISDIR: { zh: '这个名称是一个文件夹', en: 'the name is that of a folder' },
  EACCES: { zh: '没有写入权限', en: 'no permission' },
  EPERM: { zh: '没有写入权限', en: 'no permission' },
  EROFS: { zh: '磁盘是只读的', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  ENAMETOOLONG: { zh: '名称太长', en: 'the name is too long' },
}

/** `file.unwritable`, from what Node says. */
export function unwritable(file: string, error: unknown): Failure {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  const { zh, en } = reasons[code] ?? { zh: '', en: '' }
  const detail = zh === '' ? code : { zh: `${zh}，${code}`, en: `${en}, ${code}` }
  return new Failure('file.unwritable', { file, detail })
}
