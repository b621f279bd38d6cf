import type { Component } from 'svelte'
import type { Incident } from '../wire'

/** What is said of where crews are: comes once somebody is on duty in a crew, with network; null before. */
class Where {
  Part = $state.raw<Component<{ near?: Incident; dock?: boolean }> | null>(null)
}

export const where = new Where()
