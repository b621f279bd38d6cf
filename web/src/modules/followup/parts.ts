/** Parts that are fetched when they are opened; why their loaders stand in a file of their own: see Search's. */
export const parts = {
  figures: () => import('./later/Figures.svelte'),
  changeSheet: () => import('./later/ChangeSheet.svelte'),
  compare: () => import('./later/Compare.svelte'),
  relations: () => import('./later/Relations.svelte'),
  /** What uses the outbox, and other ways to look at an answer: behind the first paint, and there without network. */
  stops: () => import('./behind/parts'),
}
