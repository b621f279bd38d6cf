/**
 * Opens the app without network. It keeps the shell only: nothing of the API, so nothing about
 * anybody, is ever in a cache. A new version waits until the app says the moment is right.
 */
declare const __SHELL__: { version: string; files: string[]; behind: string[] }
const worker = self as unknown as ServiceWorkerGlobalScope

const cacheName = `shell-${__SHELL__.version}`
const files = [...__SHELL__.files, ...__SHELL__.behind]
const shellFiles = new Set(files)

worker.addEventListener('install', (event) => {
  event.waitUntil(fill())
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(takeOver())
})

worker.addEventListener('message', (event) => {
  const said = event.data as 'take-over' | 'forget' | { hold: unknown } | { recall: MessagePort }
  if (said === 'take-over') void worker.skipWaiting()
  else if (said === 'forget') keys = null
  else if ('hold' in said) event.waitUntil(holdOverReload(said.hold))
  else handOver(said.recall)
})

/** The keys of a page that is being loaded anew; whoever else opens the app within these seconds is the same person. */
let keys: unknown = null
const reloadMs = 15_000

async function holdOverReload(held: unknown): Promise<void> {
  keys = held
  await new Promise((over) => setTimeout(over, reloadMs))
  if (keys === held) keys = null
}

function handOver(port: MessagePort): void {
  port.postMessage(keys)
  keys = null
}

worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== worker.location.origin || url.pathname.startsWith('/api/')) return
  if (event.request.mode === 'navigate') event.respondWith(fromShell('/', event.request))
  else if (shellFiles.has(url.pathname)) event.respondWith(fromShell(url.pathname, event.request))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(onceOpened(url.pathname, event.request))
})

worker.addEventListener('push', (event) => {
  event.waitUntil(wake(event.data))
})

worker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(String(event.notification.tag)))
})

/** What it says to somebody who holds a locked phone: that there is something, never what. */
const words: Record<string, [string, string]> = {
  nl: ['Er is iets dat u moet lezen.', 'Dringend: open FOCUS.'],
  fr: ['Quelque chose est à lire.', 'Urgent : ouvrez FOCUS.'],
  de: ['Es gibt etwas zu lesen.', 'Dringend: Öffnen Sie FOCUS.'],
  en: ['There is something you must read.', 'Urgent: open FOCUS.'],
}

async function wake(data: PushMessageData | null): Promise<void> {
  const told = (data?.json() ?? {}) as { m?: unknown; u?: unknown }
  const urgent = told.u === true
  const module = typeof told.m === 'string' && /^[a-z_]{1,40}$/.test(told.m) ? told.m : ''
  const [calm, pressing] = words[worker.navigator.language.slice(0, 2)] ?? words['nl'] ?? ['', '']
  const how = { tag: module, renotify: urgent, requireInteraction: urgent, icon: '/icons/192.png' }
  await worker.registration.showNotification('FOCUS', { body: urgent ? pressing : calm, ...how })
}

/** To the module's own first screen, in the app that is open if there is one. */
async function open(module: string): Promise<void> {
  const [there] = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (!there) await worker.clients.openWindow(`/${module}`)
  else await (await there.focus()).navigate(`/${module}`).catch(() => null)
}

async function fill(): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.addAll(files.map((file) => new Request(file, { cache: 'no-cache' })))
}

async function takeOver(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('shell-') && name !== cacheName) await caches.delete(name)
  }
  await worker.clients.claim()
}

/** What comes later is kept from its first opening on: the map opens without network where it was opened before. */
async function onceOpened(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(path)
  if (kept) return kept
  const fetched = await fetch(request)
  if (fetched.ok) await cache.put(path, fetched.clone()).catch(() => undefined) // no room: it opens with a network
  return fetched
}

async function fromShell(path: string, request: Request): Promise<Response> {
  const kept = await (await caches.open(cacheName)).match(path)
  return kept ?? fetch(request)
}

export {}
