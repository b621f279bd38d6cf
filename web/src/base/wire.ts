/** The server's types under the app's names: who is signed in, and how. */
import type { components } from './api/identity.gen'

type Schemas = components['schemas']

export type Me = Schemas['Me']
export type PostChoice = Schemas['ChoicePost']
export type DemoPerson = Schemas['DemoPerson']
export type OpenedSession = Schemas['Opened']
export type OidcRedirect = Schemas['OidcRedirect']
export type UnlockedSession = Schemas['Unlocked']
export type SteppedUp = Schemas['SteppedUp']
export type ServerProof = Schemas['ServerProof']
/** What opens, after a user verification, what this device holds. */
export type Store = Schemas['Store']
