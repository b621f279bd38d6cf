/** What needs the server anyway is fetched when it is opened; why the loader stands in a file of its own: see Search's. */
export const parts = {
  own: () => import('./later/own'),
}
