/** The camera, and single pictures of it: nothing is recorded, nothing reaches the phone's gallery. */
export type CameraFault = 'refused' | 'none'

const longestSide = 1280
const jpegQuality = 0.82

/** Shows the camera at the back in `video`. */
export async function openCamera(video: HTMLVideoElement): Promise<MediaStream | CameraFault> {
  const devices = (navigator as Partial<Navigator>).mediaDevices
  if (!devices) return 'none'
  try {
    const stream = await devices.getUserMedia({
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1080 } }, audio: false,
    })
    video.srcObject = stream
    await video.play()
    return stream
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none'
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** What the camera sees now, drawn small enough to be sent and large enough to be read. */
export class Shutter {
  private canvas = document.createElement('canvas')

  take(video: HTMLVideoElement): ImageData | null {
    const { videoWidth, videoHeight } = video
    if (!videoWidth) return null
    const scale = Math.min(1, longestSide / Math.max(videoWidth, videoHeight))
    this.canvas.width = Math.round(videoWidth * scale)
    this.canvas.height = Math.round(videoHeight * scale)
    const context = this.canvas.getContext('2d', { willReadFrequently: true })
    context?.drawImage(video, 0, 0, this.canvas.width, this.canvas.height)
    return context?.getImageData(0, 0, this.canvas.width, this.canvas.height) ?? null
  }

  /** The picture that was taken last, as a JPEG. */
  async jpeg(): Promise<Uint8Array<ArrayBuffer>> {
    const blob = await new Promise<Blob | null>((resolve) => this.canvas.toBlob(resolve, 'image/jpeg', jpegQuality))
    return new Uint8Array(blob ? await blob.arrayBuffer() : new ArrayBuffer(0))
  }
}
