/** Fetched once somebody is on duty in a crew: it shares where he is, and shows where the others are. */
import 'virtual:focus-texts/later/incidents/positions'
import './icons'
import { where } from '../../behind/screens'
import Part from './Part.svelte'
import { sharing } from './sharing.svelte'

export { layer } from './layer'

export function start(): void {
  where.Part = Part
  sharing.watch()
}
