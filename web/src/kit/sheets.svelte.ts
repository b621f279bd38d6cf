/** How many sheets lie over the view: what is under them can then not be reached by key or reader. */
export const sheets = $state({ open: 0 })
