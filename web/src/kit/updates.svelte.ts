/** A newer app lies ready; the officer says when, so that no form is torn away. */
class Updates {
  ready = $state(false)
  private waiting: ServiceWorker | null = null

  async start(): Promise<void> {
    if (!('serviceWorker' in navigator)) return
    const registration = await navigator.serviceWorker.register('/sw.js')
    const found = (worker: ServiceWorker | null): void => {
      if (!worker || !navigator.serviceWorker.controller) return
      this.waiting = worker
      this.ready = true
    }
    found(registration.waiting)
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing
      worker?.addEventListener('statechange', () => worker.state === 'installed' && found(worker))
    })
    setInterval(() => void registration.update().catch(() => undefined), 3_600_000)
  }

  apply(): void {
    if (!this.waiting) return
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    this.waiting.postMessage('take-over')
  }
}

export const updates = new Updates()
