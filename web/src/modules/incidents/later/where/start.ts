/** Fetched once somebody is on duty in a crew: it shares where he is, and shows where the others are. */
import 'virtual:focus-texts/later/incidents/positions'
import 'virtual:focus-texts/later/incidents/field'
import './icons'
import { where } from '../../behind/where.svelte'
import Part from './Part.svelte'
import { sharing } from './sharing.svelte'

export { layer } from './layer'

export function start(): void {
  where.Part = Part
  sharing.watch()
}
