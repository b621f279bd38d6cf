import { router } from '../base/router.svelte'

/** What the identity provider sent the browser back with. */
export interface Returned {
  code: string
  state: string
  /** The provider as it named itself (RFC 9207), if it did. */
  iss: string | null
  /** The provider's reason for sending no code; `access_denied` when the person turned back. */
  refused: string | null
}

const returnPath = '/sign-in/return'

/** Reads what the provider answered, once, and takes it out of the address bar. */
export function takeReturned(): Returned | null {
  if (location.pathname !== returnPath) return null
  const given = new URLSearchParams(location.search)
  history.replaceState(history.state, '', '/')
  router.path = '/'
  return { code: given.get('code') ?? '', state: given.get('state') ?? '', iss: given.get('iss'), refused: given.get('error') ?? (given.has('code') ? null : 'no_code') }
}
