/**
 * The database that a module keeps on this device: one each, so that a module comes, changes and goes without
 * touching another's. What says something about anybody is sealed before it is put there (`sealed` in vault.ts).
 */
import { deleteDB, openDB, type IDBPDatabase } from 'idb'

export interface Keep {
  version: number
  /** Makes or changes the stores; `from` is 0 where there was none. */
  upgrade: (db: IDBPDatabase, from: number) => void
}

const prefix = 'focus-module-'
/** What the server keeps up to date on this device goes with them (sync/records). */
const synced = 'focus-sync'
const kept = new Map<string, Keep>()
const opened = new Map<string, Promise<IDBPDatabase>>()

export function keeping(module: string, keep: Keep): void {
  kept.set(module, keep)
}

export function databaseOf(module: string): Promise<IDBPDatabase> {
  const keep = kept.get(module)
  if (!keep) return Promise.reject(new Error(`${module} declares nothing that it keeps.`))
  const known = opened.get(module)
  if (known) return known
  const opening = openDB(prefix + module, keep.version, {
    upgrade: (db, from) => keep.upgrade(db, from),
    blocking: () => void close(module),
    terminated: () => void opened.delete(module),
  })
  opened.set(module, opening)
  opening.catch(() => opened.delete(module))
  return opening
}

/** All of them go, and what was synced; also those of modules that are no longer installed. */
export async function eraseDatabases(): Promise<void> {
  const there = (await indexedDB.databases?.()) ?? [...[...kept.keys()].map((name) => ({ name: prefix + name })), { name: synced }]
  for (const { name } of there) {
    if (!name?.startsWith(prefix) && name !== synced) continue
    await close(name.slice(prefix.length))
    await deleteDB(name)
  }
}

async function close(module: string): Promise<void> {
  const db = await opened.get(module)?.catch(() => null)
  opened.delete(module)
  db?.close()
}
