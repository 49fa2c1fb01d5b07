/** Our few signs, drawn as strokes on a 24 × 24 ground. They are decoration: the name stands beside or on the button. */
import type { ReactElement } from 'react'

const strokes = {
  alert: 'M12 8v5m0 3.2v.1M12 3.5 2.8 19.5h18.4L12 3.5Z',
  back: 'M19 12H5m6-6-6 6 6 6',
  blank: 'M6 3.5h12v17H6v-17Zm3 5h6m-6 4h6m-6 4h3',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  chevron: 'm9 6 6 6-6 6',
  clock: 'M12 7.5V12l3 2M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z',
  close: 'M6 6l12 12M18 6 6 18',
  compare: 'M8 4v16M8 4 4 8m4-4 4 4M16 20V4m0 16 4-4m-4 4-4-4',
  copy: 'M8.5 8.5h11v11h-11v-11Zm-4 7v-11h11',
  corners: 'M5 7.5 17.5 5 19 18.5 6.5 17 5 7.5Z',
  crop: 'M7 3v14h14M3 7h14v14',
  document: 'M7 3.5h7l4 4v13H7v-17Zm7 0v4h4M10 12h5m-5 4h5',
  down: 'm6 9.5 6 6 6-6',
  empty: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z',
  export: 'M12 15V4m-4 4 4-4 4 4M5 14v6h14v-6',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4Z',
  folder: 'M3.5 6.5h6l2 2.5h9v10h-17v-12.5Z',
  globe:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Zm0 0c2.5 2.3 3.6 5.2 3.6 8.5s-1.1 6.2-3.6 8.5c-2.5-2.3-3.6-5.2-3.6-8.5S9.5 5.8 12 3.5ZM3.5 12h17',
  home: 'M4 11.5 12 4.5l8 7M6.5 10v9.5h4v-5.5h3v5.5h4V10',
  import: 'M12 4v11m-4-4 4 4 4-4M5 14v6h14v-6',
  image: 'M4 5h16v14H4V5Zm0 11 5-5 4 4 2.5-2.5L20 17M15.5 8.5v.1',
  info: 'M12 11v5m0-8.2v.1M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z',
  keyboard: 'M3 6.5h18v11H3v-11Zm3.5 3.7v.1m3.7-.1v.1m3.7-.1v.1m3.7-.1v.1M8 14h8',
  minus: 'M5 12h14',
  more: 'M5 12a.7.7 0 1 0 1.4 0 .7.7 0 1 0-1.4 0Zm6.3 0a.7.7 0 1 0 1.4 0 .7.7 0 1 0-1.4 0Zm6.3 0a.7.7 0 1 0 1.4 0 .7.7 0 1 0-1.4 0Z',
  package: 'M4 7.5 12 3.5l8 4v9l-8 4-8-4v-9Zm0 0 8 4 8-4M12 11.5v9',
  pencil: 'm4.5 19.5 1-4L16 5l3 3L8.5 18.5l-4 1Z',
  person: 'M12 4a3.7 3.7 0 1 0 0 7.4A3.7 3.7 0 0 0 12 4ZM5 20c.6-3.6 3.4-5.7 7-5.7s6.4 2.1 7 5.7',
  people:
    'M9 5a3.2 3.2 0 1 0 0 6.4A3.2 3.2 0 0 0 9 5ZM3 19.5c.5-3.2 2.9-5.1 6-5.1s5.5 1.9 6 5.1M15.5 5.3a3.2 3.2 0 0 1 0 5.9M17.5 14.8c1.9.7 3.2 2.3 3.5 4.7',
  plus: 'M12 5v14M5 12h14',
  printer: 'M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7V14Z',
  question: 'M9.3 9.3a2.8 2.8 0 1 1 4 2.5c-.9.5-1.3 1-1.3 2m0 2.7v.1M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z',
  redo: 'm15 5 4.5 4.5L15 14m4.5-4.5H9.5a5 5 0 0 0 0 10H13',
  reset: 'M5 12a7 7 0 1 0 2-5l-2.5 2.5M4.5 4.5v5h5',
  search: 'M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12Zm4.5 10.5 5 5',
  shield: 'M12 3.5 5 6v5.5c0 4.3 2.9 7.5 7 9 4.1-1.5 7-4.7 7-9V6l-7-2.5Zm-3 8.5 2.2 2.2L15.2 10',
  tone: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Zm0 0v17M14.5 7.5h4m-4 4.5h6m-6 4.5h4',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7',
  turnLeft: 'M8.5 4 5 7.5 8.5 11M5 7.5h8.5a5.5 5.5 0 0 1 0 11H9',
  turnRight: 'M15.5 4 19 7.5 15.5 11M19 7.5h-8.5a5.5 5.5 0 0 0 0 11H15',
  up: 'm6 14.5 6-6 6 6',
  undo: 'M9 5 4.5 9.5 9 14M4.5 9.5h10a5 5 0 0 1 0 10H11',
} as const

export type IconName = keyof typeof strokes

export function Icon({ name, size = 18 }: { name: IconName; size?: number }): ReactElement {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="icon"
    >
      <path d={strokes[name]} />
    </svg>
  )
}
