/** What other modules may use of the map: they put their points and areas on it. */
export { layers, type MapArea, type MapFeature, type MapLayer, type Place, type Shape } from './slots'
