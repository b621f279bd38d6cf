import { get } from '../../../sync/transport'
import type { Organisation, OwnFunction, Post, Unit, Ward } from './wire'

/** Without a slash at its end: with one the build would put all texts of organisations into the app, and these views say none. */
const house = '/api/organisations'

export const units = (): Promise<Unit[]> => get(`${house}/units`)
export const functions = (): Promise<OwnFunction[]> => get(`${house}/functions`)
export const wards = (): Promise<Ward[]> => get(`${house}/wards`)
export const posts = (): Promise<Post[]> => get(`${house}/posts`)
export const zones = (): Promise<Organisation[]> => get(`${house}/directory`, { kind: 'zone' })
