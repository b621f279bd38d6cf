/** What other modules may use of incidents: they add to the board. */
export { boardDock } from './slots'
