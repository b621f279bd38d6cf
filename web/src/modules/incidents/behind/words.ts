/** How incidents are worded. */
import { dateFormat, t, textOf } from '../../../base/i18n.svelte'
import { warningText } from '../../search/public'
import type { Incident, Line, Place } from '../wire'
import { addressOf } from './device'
import type { Warning } from './strip'
import { steps } from './states'

/** 14:21:07, by the clock of Brussels. */
export function exactTime(at: string): string {
  return dateFormat({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(new Date(at))
}

/** As short as an officer says it: without postcode. */
export function placeText(place: Place | undefined): string {
  return addressOf(place && { ...place, postcode: '' }) || place?.text || place?.town || ''
}

export function sourceText({ source }: Incident): string {
  return source === 'desk' ? t('inc-via-desk') : t('inc-via', { source })
}

export function stateText(state: string): string {
  return textOf(`inc-state-${state}`) ?? state
}

export function resultText(result: string): string {
  return textOf(`inc-result-${result}`) ?? result.replaceAll('_', ' ')
}

/** A crew's line may be the code of its state; everything else is somebody's own words. */
export function lineText({ kind, text }: Pick<Line, 'kind' | 'text'>): string {
  return kind === 'crew' && (text === 'assigned' || (steps as readonly string[]).includes(text)) ? stateText(text) : text
}

export function warningSaid({ said }: Warning): string {
  if ('key' in said) return t(said.key)
  if ('text' in said) return said.text
  const text = warningText(said.code, said.params)
  return said.about ? `${said.about}: ${text}` : text
}

/** Opens the device's own navigation; null: no point and no address. */
export function navigation(place: Place | undefined): string | null {
  const { latitude, longitude } = place ?? {}
  const address = addressOf(place)
  if (latitude != null && longitude != null) {
    const point = `${latitude},${longitude}`
    return `geo:${point}?q=${address ? `${point}(${encodeURIComponent(address)})` : point}`
  }
  return address ? `geo:0,0?q=${encodeURIComponent(address)}` : null
}
