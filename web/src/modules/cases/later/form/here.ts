/** A point in WGS 84, to a metre or so. */
export interface Point extends Record<string, unknown> {
  readonly longitude: number
  readonly latitude: number
}

const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

/** Where this device is, asked for by a tap; null when it may not or cannot be known. */
export function here(): Promise<Point | null> {
  return new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude } }) => resolve({ longitude: round(longitude), latitude: round(latitude) }), () => resolve(null),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    )
  })
}
