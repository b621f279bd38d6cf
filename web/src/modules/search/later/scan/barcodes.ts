/** The barcode worker as a function; it is fetched with the first picture and ended with the scan. */
export class Barcodes {
  private worker: Worker | null = null
  private answer: (text: string) => void = () => undefined

  /** The text of a barcode or QR code, or nothing. */
  read(picture: ImageData): Promise<string> {
    this.worker ??= new Worker(new URL('./barcodes.worker.ts', import.meta.url), { type: 'module' })
    const worker = this.worker
    return new Promise((resolve) => {
      this.answer = resolve
      worker.onmessage = (event: MessageEvent<string>) => resolve(event.data)
      worker.onerror = () => resolve('')
      worker.postMessage(picture, [picture.data.buffer])
    })
  }

  end(): void {
    this.worker?.terminate()
    this.worker = null
    this.answer('') // whoever waits for a worker that is gone
  }
}
