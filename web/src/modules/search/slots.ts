/** Where other modules add to Search: they take these from `public.ts`, and Search names none of them. */
import type { Component } from 'svelte'
import { Slot } from '../../kit/slots'
import type { Lookup, Why } from './lookup.svelte'
import type { Card, Question } from './wire'

/** A part of Search's first screen, between its own: what was asked lately is 20, what may be asked 30. */
export const home = new Slot<Component>('search.home')
/** Another way to look at an answer, above its cards. */
export const ways = new Slot<Component<{ lookup: Lookup }>>('search.ways')
/** What may be done with what a card is about, on the card. */
export const onCard = new Slot<Component<{ card: Card; lookup: Lookup }>>('search.card')

/** Whoever keeps questions that were asked without network; without one they fail like any other call. */
export interface QuestionKeeper {
  /** What the officer is told beforehand, without network. */
  promise(): string
  /** Keeps it under the purpose of now, and says so. */
  keep(asked: Question, why: Why | null): Promise<void>
  /** An answer is on the screen. */
  seen(lookup: string): void
}
export const keeper = new Slot<QuestionKeeper>('search.keeper')

/** Looks for what is asked without network on the device itself, beside whoever keeps it; shows its answer by a part of `home`. */
export const offline = new Slot<(asked: Question) => Promise<void>>('search.offline')
