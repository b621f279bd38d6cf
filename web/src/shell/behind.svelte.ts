type Parts = typeof import('./behind/parts')

/** What comes behind the first paint: it is fetched then, and kept for use without network. */
class Behind {
  parts = $state.raw<Parts | null>(null)

  async fetch(): Promise<void> {
    try {
      this.parts = await import('./behind/parts')
      this.parts.start()
    } catch (error) {
      console.error(error)
      setTimeout(() => void this.fetch(), 2000) // the network dropped
    }
  }
}

export const behind = new Behind()
