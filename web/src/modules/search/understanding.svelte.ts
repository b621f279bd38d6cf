import { isAbort } from '../../base/errors'
import type { Understood } from './wire'
import { post } from '../../sync/transport'

const pauseMs = 280

/** How the server reads what is being typed; only the structure is looked at, nothing is asked. */
export class Understanding {
  answer = $state.raw<Understood | null>(null)
  private timer: ReturnType<typeof setTimeout> | undefined
  private abort: AbortController | undefined

  of(question: string): void {
    this.stop()
    const text = question.trim()
    if (text.length < 3) {
      this.answer = null
      return
    }
    this.timer = setTimeout(() => void this.load(text), pauseMs)
  }

  stop(): void {
    clearTimeout(this.timer)
    this.abort?.abort()
  }

  private async load(question: string): Promise<void> {
    const abort = (this.abort = new AbortController())
    try {
      this.answer = await post<Understood>('/api/search/understand', { question }, { signal: abort.signal })
    } catch (error) {
      if (!isAbort(error)) this.answer = null // a hint only: asking still works
    }
  }
}
