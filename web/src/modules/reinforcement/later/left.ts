import { t } from '../../../base/i18n.svelte'

/** How long it still lasts, in hours and minutes, never below nothing. */
export function leftText(until: string, now: Date): string {
  const minutes = Math.max(0, Math.ceil((Date.parse(until) - now.getTime()) / 60_000))
  return t('reinf-left', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}
