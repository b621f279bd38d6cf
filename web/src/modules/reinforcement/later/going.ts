import { enrolled, signed } from '../../../sync/behind/ceremonies'
import { newAgreement } from '../../../sync/proof'
import { session, type PostChanged } from '../../../sync/session.svelte'
import { post } from '../../../sync/transport'

interface Begun {
  ceremony: string
  challenge: string
}

/** Over to another post of the same officer, with the session's own verification. Rejects as the transport does. */
export function changePost(to: string): Promise<void> {
  return session.move(async () => {
    const device = await enrolled()
    const begun = await post<Begun>('/api/identity/change-post/begin')
    const mine = await newAgreement()
    const answer = await post<PostChanged>('/api/identity/change-post/finish', {
      ceremony: begun.ceremony, post: to, device: device.thumbprint, agree: mine.agree,
      signature: await signed(device, 'change-post', begun, mine.agree),
    })
    return { answer, challenge: begun.challenge, mine }
  })
}
