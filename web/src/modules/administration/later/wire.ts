/** The server's types under the app's names, and where it is asked. */
import type { components as Identity } from '../../../base/api/identity.gen'
import type { components as Organisations } from '../../../base/api/organisations.gen'

export type Person = Organisations['schemas']['Person']
export type Post = Organisations['schemas']['Post']
export type Unit = Organisations['schemas']['Unit']
export type FunctionKept = Organisations['schemas']['Function']
export type ModuleState = Organisations['schemas']['ModuleState']
export type OpenCode = Identity['schemas']['OpenCode']
export type CodeIssued = Identity['schemas']['CodeIssued']
export type Device = Identity['schemas']['Device']
export type { PurposeKept as Purpose } from '../../purposes/public'
export type Language = Person['language']

/** Without a slash at the end: the server's own texts of organisations stay out of the first visit. */
const organisations = '/api/organisations'

export const paths = {
  organisations: (name: string): string => `${organisations}/${name}`,
  identity: (name: string): string => `/api/identity/${name}`,
  purposes: (name: string): string => `/api/purposes/${name}`,
}
