export function passkeysWork(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'credentials' in navigator
}

/** The officer closed the system's sheet, or it waited too long: no failure, he may try again. */
export function wasDismissed(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError')
}
