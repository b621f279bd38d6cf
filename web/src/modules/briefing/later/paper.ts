import { send } from '../../../sync/transport'

/** Fetches a PDF with the session's proof and hands it to the browser as a download. */
export async function download(path: string, name: string): Promise<void> {
  const response = await send('GET', path, undefined)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = `${name}.pdf`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
