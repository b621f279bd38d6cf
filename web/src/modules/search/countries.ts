import { locale } from '../../base/i18n.svelte'

/** Signs of the road (Vienna 1968) whose country has another code in ISO 3166; of two letters the rest are the same. */
const iso: Record<string, string> = {
  A: 'AT', B: 'BE', D: 'DE', E: 'ES', EST: 'EE', F: 'FR', FIN: 'FI', FL: 'LI', H: 'HU', I: 'IT', IRL: 'IE', L: 'LU', M: 'MT', N: 'NO',
  P: 'PT', S: 'SE', SLO: 'SI', SRB: 'RS', UK: 'GB', RUS: 'RU', NMK: 'MK', BIH: 'BA', MNE: 'ME', RKS: 'XK', AND: 'AD',
}

/** `D` → Duitsland, in the officer's language; a sign that nobody knows shows itself. */
export function countryOf(sign: string): string {
  const code = iso[sign] ?? sign
  if (!/^[A-Z]{2}$/.test(code)) return sign
  const name = new Intl.DisplayNames([locale()], { type: 'region', fallback: 'none' }).of(code)
  return name ?? sign
}
