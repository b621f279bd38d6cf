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
  if (event.data === 'take-over') void worker.skipWaiting()
})

worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== worker.location.origin || url.pathname.startsWith('/api/')) return
  if (event.request.mode === 'navigate') event.respondWith(fromShell('/', event.request))
  else if (shellFiles.has(url.pathname)) event.respondWith(fromShell(url.pathname, event.request))
})

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

async function fromShell(path: string, request: Request): Promise<Response> {
  const kept = await (await caches.open(cacheName)).match(path)
  return kept ?? fetch(request)
}

export {}
