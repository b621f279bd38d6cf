/** What other modules may use of Search: what was asked and came, how it is worded, and where they may add to it. */
export { Lookup, type Why } from './lookup.svelte'
export { lookups } from './lookups.svelte'
export { default as Photo } from './Photo.svelte'
export { home, keeper, offline, onCard, ways, type QuestionKeeper } from './slots'
export { default as VerdictTag } from './VerdictTag.svelte'
export type { Card, CardType, Fact, Pivot, Question } from './wire'
export { cardIcon, factLabel, factValue, pivotText, verdictWord, warningText } from './words'
