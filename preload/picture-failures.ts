/** What can be wrong with pages, folders and several documents on one photo. */
export const pictureFailureTexts = {
  'image.encrypted': {
    zh: '{file} 是加密的 PDF。请用密码打开后另存为未加密的 PDF，或把页面拍照。',
    en: '{file} is an encrypted PDF. Open it with its password and save an unencrypted copy, or photograph the pages.',
  },
  'image.too-many-pages': {
    zh: '{file} 有 {pages} 页，超过可处理的 {limit} 页。请只保留需要上传的页面。',
    en: '{file} has {pages} pages, more than the {limit} that can be handled. Keep only the pages to be uploaded.',
  },
  'image.page-needed': {
    zh: '{file} 有 {pages} 页，请说明是哪一页：命令行写作 文件#页码，备案文件里写 page。',
    en: '{file} has {pages} pages; say which one is meant: FILE#N on the command line, "page" in a filing.',
  },
  'image.page-missing': {
    zh: '{file} 只有 {pages} 页，没有第 {page} 页。',
    en: '{file} has only {pages} pages; there is no page {page}.',
  },
  'image.decoder-stopped': {
    zh: '{file} 无法解码：{detail}，已停止。其他数据不受影响。请重新导出或扫描这个文件，或改存为 JPEG。',
    en: '{file} cannot be decoded: {detail}, so it was stopped. Nothing else is affected. Export or scan the file again, or save it as JPEG.',
  },
  'image.one-document': {
    zh: '在 {file} 上没有清楚地看到多份证件。可以复制调整，或手动拖动四角。',
    en: 'Several documents are not clearly seen in {file}. Set the corners by hand instead.',
  },
  'file.left-out': {
    zh: '没有放入 {file}：{detail}。',
    en: '{file} was left out: {detail}.',
  },
  'file.too-many': {
    zh: '文件夹 {file} 里的文件超过 {limit} 个，没有放入任何文件。请选择只含这位客户材料的文件夹。',
    en: 'The folder {file} holds more than {limit} files, so none was taken. Choose the folder with the papers of this client only.',
  },
} as const
