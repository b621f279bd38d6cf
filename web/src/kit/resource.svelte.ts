import { isAbort } from '../base/errors'

/** Something fetched: the last good value stays while it is fetched again or when that fails. */
export class Resource<T> {
  value = $state.raw<T | null>(null)
  error = $state.raw<unknown>(null)
  loading = $state(false)
  private turn = 0
  private readonly load: () => Promise<T>

  constructor(load: () => Promise<T>) {
    this.load = load
  }

  refresh = async (): Promise<void> => {
    const turn = (this.turn += 1)
    this.loading = true
    try {
      const value = await this.load()
      if (turn !== this.turn) return
      this.value = value
      this.error = null
    } catch (error) {
      if (turn === this.turn && !isAbort(error)) this.error = error
    } finally {
      if (turn === this.turn) this.loading = false
    }
  }

  clear(): void {
    this.turn += 1
    this.value = null
    this.error = null
    this.loading = false
  }
}
