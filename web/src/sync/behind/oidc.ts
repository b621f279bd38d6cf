import { Problem } from '../../base/errors'
import type { OidcRedirect } from '../../base/wire'
import { preferences } from '../../store/preferences.svelte'
import { newAgreement } from '../proof'
import type { Returned } from '../returned'
import { post } from '../transport'
import { type Answer, anonymous, type Choosing, enrolled, finished, signed } from './ceremonies'

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
    ceremony: begun.ceremony, code: returned.code, iss: returned.iss, device: device.thumbprint, agree: mine.agree,
    signature: await signed(device, 'oidc', begun, mine.agree),
  }, anonymous)
  return finished(device, begun.challenge, mine, answer, null)
}
