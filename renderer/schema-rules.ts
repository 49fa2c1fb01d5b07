/** Set before any schema is made (Pages.tsx, with which they come, imports this file first). */
import { z } from 'zod'

// zod must not probe `new Function`: the page's content policy forbids it.
z.config({ jitless: true })
