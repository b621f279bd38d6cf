/** What the server refused, counted behind the first files and shown in them. */
export const undone = $state({ stops: 0 })
