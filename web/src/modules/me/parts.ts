/** What needs the server anyway is fetched when it is opened; why the loader stands in a file of its own: see Search's. */
export const parts = {
  own: () => import('./later/own'),
  /** It uses the outbox: fetched behind the first paint, and there without network. */
  leaving: () => import('./behind/parts'),
}
