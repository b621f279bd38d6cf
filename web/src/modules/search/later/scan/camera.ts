/** The camera, and single pictures of it: nothing is recorded, nothing reaches the phone's gallery. */
export type CameraFault = 'refused' | 'none' | 'busy'

const longestSide = 1280
const jpegQuality = 0.82

const faults: Readonly<Record<string, CameraFault>> = {
  NotAllowedError: 'refused', SecurityError: 'refused', NotReadableError: 'busy', AbortError: 'busy',
}

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
    return (error instanceof DOMException && faults[error.name]) || 'none'
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** Another app took the camera, or it was pulled out. */
export function onTaken(stream: MediaStream, taken: () => void): void {
  for (const track of stream.getTracks()) track.addEventListener('ended', taken, { once: true })
}

/** A lamp is no part of the web's types yet. */
type WithLamp = { torch?: boolean }

export function hasLamp(stream: MediaStream): boolean {
  const [track] = stream.getVideoTracks() as Partial<MediaStreamTrack>[]
  return (track?.getCapabilities?.() as WithLamp | undefined)?.torch === true
}

/** Whether the lamp now does as it was told. */
export async function light(stream: MediaStream, on: boolean): Promise<boolean> {
  try {
    await stream.getVideoTracks()[0]?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] })
    return true
  } catch {
    return false
  }
}

/** What the officer sees of the camera now, drawn small enough to be sent and large enough to be read. */
export class Shutter {
  private canvas = document.createElement('canvas')

  take(video: HTMLVideoElement): ImageData | null {
    const { videoWidth, videoHeight, clientWidth, clientHeight } = video
    if (!videoWidth || !clientWidth) return null
    // The frame covers its box: what it cuts away is not looked at, and does not leave the phone.
    const shown = Math.min(videoWidth / clientWidth, videoHeight / clientHeight)
    const [width, height] = [clientWidth * shown, clientHeight * shown]
    const scale = Math.min(1, longestSide / Math.max(width, height))
    this.canvas.width = Math.round(width * scale)
    this.canvas.height = Math.round(height * scale)
    const context = this.canvas.getContext('2d', { willReadFrequently: true })
    context?.drawImage(video, (videoWidth - width) / 2, (videoHeight - height) / 2, width, height, 0, 0, this.canvas.width, this.canvas.height)
    return context?.getImageData(0, 0, this.canvas.width, this.canvas.height) ?? null
  }

  /** The picture that was taken last, as a JPEG. */
  async jpeg(): Promise<Uint8Array<ArrayBuffer>> {
    const blob = await new Promise<Blob | null>((resolve) => this.canvas.toBlob(resolve, 'image/jpeg', jpegQuality))
    return new Uint8Array(blob ? await blob.arrayBuffer() : new ArrayBuffer(0))
  }

  /** Nothing of the last picture stays in memory. */
  forget(): void {
    this.canvas.width = this.canvas.height = 0
  }
}
