import { Problem } from '../base/errors'
import { router } from '../base/router.svelte'
import type { OidcRedirect } from '../base/wire'
import { preferences } from '../store/preferences.svelte'
import { type Answer, anonymous, type Choosing, enrolled, finished, signed } from './ceremonies'
import { newAgreement } from './proof'
import { post } from './transport'

/** What the identity provider sent the browser back with. */
export interface Returned {
  code: string
  state: string
  /** The provider's reason for sending no code; `access_denied` when the person turned back. */
  refused: string | null
}

export const returnPath = '/sign-in/return'
const record = 'focus.oidc'

/** Leaves the app for the organisation's own sign-in page. */
export async function toProvider(organisation: string): Promise<void> {
  const device = await enrolled()
  const begun = await post<OidcRedirect>('/api/identity/oidc/begin', { organisation, device: device.thumbprint }, anonymous)
  const url = new URL(begun.url)
  if (!/^https?:$/.test(url.protocol)) throw new Problem({ code: 'identity.provider_refused' }, 403)
  preferences.organisation = organisation
  sessionStorage.setItem(record, JSON.stringify({ ceremony: begun.ceremony, challenge: begun.challenge }))
  location.assign(url)
}

/** Reads what the provider answered, once, and takes it out of the address bar. */
export function takeReturned(): Returned | null {
  if (location.pathname !== returnPath) return null
  const given = new URLSearchParams(location.search)
  history.replaceState(history.state, '', '/')
  router.path = '/'
  return { code: given.get('code') ?? '', state: given.get('state') ?? '', refused: given.get('error') ?? (given.has('code') ? null : 'no_code') }
}

/** What this tab began, once; storage of another tab is not seen, so an answer is only good where it was asked for. */
function takeBegun(): { ceremony: string; challenge: string } | null {
  const kept = sessionStorage.getItem(record)
  sessionStorage.removeItem(record)
  return kept ? (JSON.parse(kept) as { ceremony: string; challenge: string }) : null
}

/** Null when the session is open, else the posts to choose from. */
export async function fromProvider(returned: Returned): Promise<Choosing | null> {
  const begun = takeBegun()
  if (!begun || begun.ceremony !== returned.state) throw new Problem({ code: 'sign_in.not_from_here' }, 403)
  if (returned.refused) throw new Problem({ code: returned.refused === 'access_denied' ? 'sign_in.turned_back' : 'identity.provider_refused' }, 403)
  const device = await enrolled()
  const mine = await newAgreement()
  const answer = await post<Answer>('/api/identity/oidc/finish', {
    ceremony: begun.ceremony, code: returned.code, device: device.thumbprint, agree: mine.agree,
    signature: await signed(device, 'oidc', begun, mine.agree),
  }, anonymous)
  return finished(device, begun.challenge, mine, answer)
}
