/** What uses records and outbox comes behind the first paint, and is there without network. */
export const behind = (): Promise<typeof import('./behind/parts')> => import('./behind/parts')
