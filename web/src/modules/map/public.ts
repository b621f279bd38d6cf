/** What other modules may use of the map: they put their points and areas on it. */
export { layers, type MapArea, type MapFeature, type MapLayer, type Moving, type Place, type Shape } from './slots'

/** The map as a part of another module's screen; fetched when it is called. It fills what stands around it. */
export const inset = (): Promise<typeof import('./later/inset')> => import('./later/inset')
