/** Rules of case types on the phone: `planOf` a manifest once, then `validate` each record. Loaded when a case is opened. */
export { TooNew } from './engine'
export type { Circumstances, FieldDeclared, Label, Manifest } from './manifest'
export { due, moveFaults, type Delay } from './moving'
export { planOf, type Plan, type Planned } from './planning'
export { validate, type Checked } from './validating'
export type { Fault, Json } from './values'
