import { createContext } from 'react'
import type { Ask, Finding } from '../../rules/answers.ts'
import type { Lists } from './lists.ts'

/** What every field of the page looks at. */
export interface ProfileFacts {
  lists: Lists
  findings: readonly Finding[]
  asks: readonly Ask[]
  /** The place that the person came for; what holds it is open. */
  goal: string | null
}

export const ProfileContext = createContext<ProfileFacts>({
  lists: { options: () => [] },
  findings: [],
  asks: [],
  goal: null,
})
