/** What is asked for again when the library of blanks, or a choice from it, has changed. */
export const onBlanks = [
  'blank/list',
  'blank/get',
  'file/chosen-blanks',
  'form/asked',
  'form/report',
  'form/preview',
  'form/guide-preview',
] as const
