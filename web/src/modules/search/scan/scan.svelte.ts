import { isAbort, Problem } from '../../../base/errors'
import type { ScanRead, ScanReady } from '../../../base/wire'
import { post, postPicture } from '../../../sync/transport'
import { Barcodes } from './barcodes'
import { closeCamera, openCamera, Shutter, type CameraFault } from './camera'

export type ScanState = 'opening' | 'looking' | 'nothing' | 'silent' | 'paused' | CameraFault

/** After so many pictures without a document the officer is asked to aim anew. */
const tries = 8
const restMs = 250

/** Looks again and again until something is found: a barcode here, a zone or a plate by the server. */
export class Scan {
  state = $state<ScanState>('opening')
  /** Whether the server reads text; without it only barcodes are found, and typing is the way. */
  reads = $state(true)
  private stream: MediaStream | null = null
  private barcodes = new Barcodes()
  private shutter = new Shutter()
  private abort = new AbortController()

  constructor(private found: (question: string) => void) {}

  async start(video: HTMLVideoElement): Promise<void> {
    void this.ready()
    const opened = await openCamera(video)
    if (typeof opened === 'string') {
      this.state = opened
      return
    }
    this.stream = opened
    if (this.abort.signal.aborted) closeCamera(opened)
    else await this.look(video)
  }

  async look(video: HTMLVideoElement): Promise<void> {
    this.state = 'looking'
    for (let round = 0; round < tries && !this.abort.signal.aborted; round += 1) {
      const question = await this.once(video)
      if (this.abort.signal.aborted) return
      if (question) {
        this.end()
        this.found(question)
        return
      }
      await new Promise((resolve) => setTimeout(resolve, restMs))
    }
    if (!this.abort.signal.aborted) this.state = 'paused'
  }

  end(): void {
    this.abort.abort()
    this.barcodes.end()
    if (this.stream) closeCamera(this.stream)
    this.stream = null
  }

  private async ready(): Promise<void> {
    try {
      this.reads = (await post<ScanReady>('/api/search/scan-ready', {}, { signal: this.abort.signal })).reads
    } catch (error) {
      if (!isAbort(error)) this.state = 'silent'
    }
  }

  private async once(video: HTMLVideoElement): Promise<string> {
    const picture = this.shutter.take(video)
    if (!picture) return ''
    const jpeg = this.reads ? await this.shutter.jpeg() : null
    const [code, read] = await Promise.all([this.barcodes.read(picture), jpeg ? this.read(jpeg) : ''])
    return read || code
  }

  private async read(jpeg: Uint8Array<ArrayBuffer>): Promise<string> {
    try {
      const read = await postPicture<ScanRead>('/api/search/scan', jpeg, { signal: this.abort.signal })
      this.state = read.found === 'nothing' ? 'nothing' : 'looking'
      return read.question ?? ''
    } catch (error) {
      if (isAbort(error)) return ''
      if (error instanceof Problem && error.code === 'search.scan_unavailable') this.reads = false
      else this.state = 'silent'
      return ''
    }
  }
}
