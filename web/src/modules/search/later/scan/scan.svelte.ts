import { isAbort, Problem } from '../../../../base/errors'
import type { ScanRead, ScanReady } from '../../wire'
import { post, postPicture } from '../../../../sync/transport'
import { Barcodes } from './barcodes'
import { closeCamera, hasLamp, light, onTaken, openCamera, Shutter, type CameraFault } from './camera'

export type ScanState = 'opening' | 'looking' | 'reading' | 'nothing' | 'silent' | 'anew' | 'crowded' | 'paused' | CameraFault

/** After so many pictures and so long without a document the officer is asked to aim anew. */
const tries = 8
const patienceMs = 10_000
const restMs = 250
/** A reader that has not answered by then is starting, or busy: the officer is told to hold still. */
const slowMs = 1_200
/** A card may have a barcode beside its zone, and the zone says more: it gets this long. */
const zoneMs = 1_500

const troubles: Readonly<Record<string, ScanState>> = {
  'search.scan_busy': 'crowded', 'search.scan_late': 'anew', 'search.scan_broken': 'anew',
}

/** Looks again and again until something is found: a barcode here, a zone or a plate by the server. */
export class Scan {
  state = $state<ScanState>('opening')
  /** Whether the server reads text; without it only barcodes are found, and typing is the way. */
  reads = $state(true)
  /** Whether the lamp burns; null: there is none. */
  lamp = $state<boolean | null>(null)
  private stream: MediaStream | null = null
  private barcodes = new Barcodes()
  private forCodes = new Shutter()
  private forText = new Shutter()
  private abort = new AbortController()
  private round = 0
  private reading: Promise<unknown> = Promise.resolve()

  constructor(private found: (question: string) => void) {}

  async start(video: HTMLVideoElement): Promise<void> {
    void this.ready()
    const opened = await openCamera(video)
    if (typeof opened === 'string') {
      this.state = opened
      return
    }
    if (this.abort.signal.aborted) return closeCamera(opened)
    this.stream = opened
    this.lamp = hasLamp(opened) ? false : null
    onTaken(opened, () => this.lose())
    await this.look(video)
  }

  async look(video: HTMLVideoElement): Promise<void> {
    this.state = 'looking'
    const round = (this.round += 1)
    void this.codes(video, round)
    await this.texts(video, round)
  }

  async switchLamp(): Promise<void> {
    const on = !this.lamp
    if (this.stream && (await light(this.stream, on))) this.lamp = on
  }

  end(): void {
    this.abort.abort()
    this.barcodes.end()
    this.forCodes.forget()
    this.forText.forget()
    if (this.stream) closeCamera(this.stream)
    this.stream = null
  }

  private async ready(): Promise<void> {
    try {
      this.reads = (await post<ScanReady>('/api/search/scan-ready', {}, { signal: this.abort.signal })).reads
    } catch (error) {
      this.trouble(error)
    }
  }

  private looks(round: number): boolean {
    return round === this.round && !this.abort.signal.aborted
  }

  /** Read on the phone: neither a server that starts nor one that is silent delays it. */
  private async codes(video: HTMLVideoElement, round: number): Promise<void> {
    while (this.looks(round)) {
      const picture = this.forCodes.take(video)
      const code = picture ? await this.barcodes.read(picture) : ''
      if (code && this.reads) await Promise.race([this.reading, rest(zoneMs)])
      if (code && this.looks(round)) return this.take(code)
      await rest(restMs)
    }
  }

  private async texts(video: HTMLVideoElement, round: number): Promise<void> {
    const until = Date.now() + patienceMs
    for (let tried = 0; this.looks(round) && (tried < tries || Date.now() < until); tried += 1) {
      const read = this.reads ? this.text(video) : ''
      this.reading = Promise.resolve(read)
      const question = await read
      if (question && this.looks(round)) return this.take(question)
      await rest(restMs)
    }
    if (!this.looks(round)) return
    this.round += 1
    this.state = 'paused'
  }

  private take(question: string): void {
    this.end()
    this.found(question)
  }

  private lose(): void {
    if (this.abort.signal.aborted) return
    this.round += 1
    this.lamp = null
    this.state = 'busy'
  }

  private async text(video: HTMLVideoElement): Promise<string> {
    if (!this.forText.take(video)) return ''
    const slow = setTimeout(() => { if (this.state === 'looking' || this.state === 'nothing') this.state = 'reading' }, slowMs)
    try {
      const jpeg = await this.forText.jpeg()
      const read = await postPicture<ScanRead>('/api/search/scan', jpeg, { signal: this.abort.signal })
      this.state = read.found === 'nothing' ? 'nothing' : 'looking'
      return read.question ?? ''
    } catch (error) {
      this.trouble(error)
      return ''
    } finally {
      clearTimeout(slow)
    }
  }

  private trouble(error: unknown): void {
    if (isAbort(error) || this.abort.signal.aborted) return
    const code = error instanceof Problem ? error.code : ''
    if (code === 'search.scan_unavailable') this.reads = false
    else if (this.stream) this.state = troubles[code] ?? 'silent'
  }
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
