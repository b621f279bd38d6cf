/** Where other modules add to the board: they take this from `public.ts`, and incidents name none of them. */
import type { Component } from 'svelte'
import { Slot } from '../../kit/slots'

/** A button under the list of the board, and what it opens. */
export const boardDock = new Slot<Component>('incidents.board-dock')
