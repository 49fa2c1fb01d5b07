/**
 * Who else uses a number: an index of all stored filings in memory, kept up by the store's own log, so that one
 * checklist costs a look at what was written since the last one. Values never leave it; a finding carries the other
 * client's name and nothing more.
 */
import type { Finding } from '../../../rules/answers.ts'
import type { Rules } from '../../../rules/catalog.ts'
import {
  type Contact,
  contactsOf,
  identityOf,
  isSameSubject,
  type SubjectIdentity,
  sharedFinding,
} from '../../../rules/shared-contacts.ts'
import { Failure } from '../failure.ts'
import { filingIds, getFiling, type StoredFiling } from '../store/filings.ts'
import { latestLog, logSince } from '../store/log.ts'
import type { ReadStore } from '../store/store.ts'

interface Indexed {
  client: string
  clientName: string
  subject: SubjectIdentity
  keys: string[]
}

/** Names told in one finding; the rest is a number. */
const mostNames = 3

const keyOf = ({ kind, value }: Contact) => `${kind} ${value}`

export class ContactIndex {
  private readonly filings = new Map<string, Indexed>()
  /** The filings in which a contact stands. */
  private readonly users = new Map<string, Set<string>>()
  /** The last entry of the log that is reckoned with; null: nothing is indexed yet. */
  private seen: string | null = null

  /** What this filing shares with filings of other subjects. */
  findings(store: ReadStore, { id, client, filing }: StoredFiling, { catalog }: Rules): Finding[] {
    this.follow(store)
    const province = catalog.provinces.find(({ code }) => code === filing.province)
    const subject = identityOf(filing)
    return contactsOf(filing).flatMap((contact) => {
      const others = [...(this.users.get(keyOf(contact)) ?? [])].flatMap((user) => {
        const other = user === id ? undefined : this.filings.get(user)
        return other && isOther(other, { client, subject }) ? [other.clientName] : []
      })
      return others.length > 0 ? [sharedFinding(contact, namesOf(others), province)] : []
    })
  }

  private follow(store: ReadStore): void {
    if (this.seen === null) {
      this.seen = latestLog(store)
      for (const id of filingIds(store)) this.put(store, id)
      return
    }
    for (const { id, action, target } of logSince(store, this.seen)) {
      if (target !== null) this.renew(store, action, target)
      this.seen = id
    }
  }

  private renew(store: ReadStore, action: string, target: string): void {
    const isClient = action.startsWith('client.')
    if (!isClient && !action.startsWith('filing.')) return
    const touched = isClient
      ? [...this.filings].filter(([, { client }]) => client === target).map(([id]) => id)
      : [target]
    for (const id of touched) this.put(store, id)
  }

  private put(store: ReadStore, id: string): void {
    this.drop(id)
    const stored = storedOrNull(store, id)
    if (stored) this.add(stored)
  }

  private add({ id, client, clientName, filing }: StoredFiling): void {
    const keys = contactsOf(filing).map(keyOf)
    this.filings.set(id, { client, clientName, subject: identityOf(filing), keys })
    for (const key of keys) {
      const users = this.users.get(key)
      if (users) users.add(id)
      else this.users.set(key, new Set([id]))
    }
  }

  private drop(id: string): void {
    for (const key of this.filings.get(id)?.keys ?? []) {
      const users = this.users.get(key)
      users?.delete(id)
      if (users?.size === 0) this.users.delete(key)
    }
    this.filings.delete(id)
  }
}

/** Where the subjects do not tell, another client is another subject. */
function isOther(other: Indexed, { client, subject }: { client: string; subject: SubjectIdentity }): boolean {
  return !(isSameSubject(other.subject, subject) ?? other.client === client)
}

function namesOf(clients: readonly string[]): string[] {
  const names = [...new Set(clients)]
  const more = names.length - mostNames
  return more > 0 ? [...names.slice(0, mostNames), `+${more}`] : names
}

/** Gone, or damaged: what is wrong with one filing is told when it is opened, and must not stop another one's list. */
function storedOrNull(store: ReadStore, id: string): StoredFiling | null {
  try {
    return getFiling(store, id)
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}
