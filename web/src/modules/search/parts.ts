/**
 * Parts that are fetched when they are opened. The loaders stand here because the page keeps a stylesheet's
 * loader for good: inside a component it would keep what the component showed, beyond a lock.
 */
export const parts = {
  readingSheet: () => import('./later/ReadingSheet.svelte'),
  sourceDetail: () => import('./later/SourceDetail.svelte'),
  sourceSheet: () => import('./later/SourceSheet.svelte'),
  scan: () => import('./later/scan/Scan.svelte'),
}
