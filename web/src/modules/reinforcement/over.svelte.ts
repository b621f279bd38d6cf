import { modules } from '../../kit/modules'
import { lostAtSignOut } from '../me/public'

/** Going over empties the device as signing out does: what is lost by it is said first, and a second tap goes. */
export class Over {
  /** What is lost, of the post to which a first tap wanted to go. */
  lost = $state.raw<readonly string[]>([])
  #asked = ''

  /** Whether to go now. */
  asks(post: string): boolean {
    const lost = modules.added(lostAtSignOut).flatMap((said) => said() ?? [])
    const sure = this.#asked === post && this.lost.join('\n') === lost.join('\n')
    this.lost = lost
    this.#asked = post
    return sure || lost.length === 0
  }

  /** Whether a second tap goes there. */
  warned(post: string): boolean {
    return this.lost.length > 0 && this.#asked === post
  }
}
