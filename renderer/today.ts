import { useEffect, useState } from 'react'

/** The day on this computer's calendar, `YYYY-MM-DD`. */
export function isoDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Today; a window left open overnight notices the new day when the person comes back to it. */
export function useToday(): string {
  const [day, setDay] = useState(() => isoDay(new Date()))
  useEffect(() => {
    const look = () => setDay(isoDay(new Date()))
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [])
  return day
}
