import { preferences } from '../store/preferences.svelte'

interface InstallEvent extends Event {
  prompt(): Promise<void>
  userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>
}

/**
 * Installed, the browser keeps the app's data (Safari deletes a site's after seven days) and the app
 * has the whole screen. Chromium lets us ask; iOS only lets us explain.
 */
class Install {
  private event = $state.raw<InstallEvent | null>(null)
  private dismissed = $state(preferences.installDismissed)
  readonly installed = typeof matchMedia === 'function' && matchMedia('(display-mode: standalone)').matches
  readonly ios = typeof navigator !== 'undefined' && /iPhone|iPad|iPod/.test(navigator.userAgent)

  get way(): 'ask' | 'explain' | null {
    if (this.installed) return null
    if (this.event) return 'ask'
    return this.ios ? 'explain' : null
  }

  /** Offered once on Today; afterwards it waits in the menu. */
  get offered(): boolean {
    return this.way !== null && !this.dismissed
  }

  start(): () => void {
    const caught = (event: Event): void => {
      event.preventDefault()
      this.event = event as InstallEvent
    }
    addEventListener('beforeinstallprompt', caught)
    return () => removeEventListener('beforeinstallprompt', caught)
  }

  async ask(): Promise<void> {
    const event = this.event
    if (!event) return
    await event.prompt()
    if ((await event.userChoice).outcome === 'accepted') this.event = null
    this.later()
  }

  later(): void {
    this.dismissed = true
    preferences.dismissInstall()
  }
}

export const install = new Install()
