/** A form made from a declaration: `planOf` its manifest, a `Draft` of the answers, and `CaseForm` around it. */
export { planOf } from '../rules/index'
export { default as CaseForm } from './CaseForm.svelte'
export { Draft, type Kept } from './draft.svelte'
