/**
 * Reads barcodes and QR codes of one picture. A worker of its own, because WebAssembly asks for a policy
 * that the page must not have: the server gives it to this file alone.
 */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

prepareZXingModule({ overrides: { locateFile: () => wasm } })

/** What a worker's own global has; the app is checked with the types of a page. */
const worker = self as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>
worker.addEventListener('message', (event) => void read((event as MessageEvent<ImageData>).data))

async function read(picture: ImageData): Promise<void> {
  try {
    const found = await readBarcodes(picture, { maxNumberOfSymbols: 1, tryHarder: true })
    worker.postMessage(found.find((one) => one.isValid)?.text.trim() ?? '')
  } catch {
    worker.postMessage('')
  }
}
