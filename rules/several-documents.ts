/** Several papers on one photo: each can be a picture of its own, without a copy of the photo. */
import type { Finding } from './answers.ts'

/** `documents`: how many are seen surely. `at`: the picture's name. */
export function severalDocuments(documents: number, at: string): Finding[] {
  if (documents < 2) return []
  return [
    {
      code: 'image.several-documents',
      severity: 'note',
      at,
      zh: `这张照片上有 ${documents} 份证件。`,
      en: `This photo shows ${documents} documents.`,
      fix: {
        zh: '可以把每份证件分别作为一张图片使用（窗口：图片菜单里的“每份证件各成一张”；命令行：straighten --all）。原图不复制也不改动。',
        en: 'Each can be used as a picture of its own (window: “One picture for each document” in its menu; command line: straighten --all). The photo is neither copied nor changed.',
      },
      rule: 'image.several-documents',
      sources: [],
      earlier: [],
      verify: false,
    },
  ]
}
