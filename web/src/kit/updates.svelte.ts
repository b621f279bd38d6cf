/** A newer app lies ready; the officer says when, so that no form is torn away. */
class Updates {
  ready = $state(false)
  private waiting: ServiceWorker | null = null
  private asked = false

  async start(): Promise<void> {
    if (!('serviceWorker' in navigator)) return
    this.watchTakeOver()
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

  /** Only the tab where it was asked for reloads; another one keeps its form, and the offer. */
  private watchTakeOver(): void {
    let controlled = navigator.serviceWorker.controller !== null
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (this.asked) location.reload()
      this.ready = controlled
      controlled = true
    })
  }

  apply(): void {
    this.asked = true
    if (this.waiting?.state === 'installed') this.waiting.postMessage('take-over')
    else location.reload()
  }
}

export const updates = new Updates()
