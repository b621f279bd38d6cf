import type { Point } from './words'

/** Where this device is, if it may be known without asking; null otherwise. */
export async function here(): Promise<Point | null> {
  try {
    const { state } = await navigator.permissions.query({ name: 'geolocation' })
    if (state !== 'granted') return null
    return await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        ({ coords: { longitude, latitude } }) => resolve({ longitude, latitude }), () => resolve(null),
        { timeout: 10_000, maximumAge: 60_000 },
      )
    })
  } catch {
    return null // a browser that has neither
  }
}
