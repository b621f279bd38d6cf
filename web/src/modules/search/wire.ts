/** The server's types under the app's names. */
import type { components } from './api.gen'

type Schemas = components['schemas']

export type Question = Schemas['Ask']
export type Reading = Schemas['Reading']
export type ReadingKind = Reading['kind']
export type Unreadable = Schemas['Unreadable']
export type Understood = Schemas['UnderstoodShown']

export type ScanRead = Schemas['ScanRead']
export type ScanReady = Schemas['Ready']
export type QuestionBox = Schemas['QuestionBox']

export type Card = Schemas['Card']
export type CardType = Card['type']
export type CardWarning = Schemas['CardWarning']
export type Fact = Schemas['CardFact']
export type Warn = Schemas['Warn']
export type Link = Schemas['Link']
export type Origin = Schemas['Origin']
export type Pivot = Schemas['Pivot']
export type SplitDone = Schemas['SplitDone']

export type SourceAsked = Schemas['AskedSource']
export type SourceOutcome = Schemas['SourceLine']['state']
export type SourceBrief = Schemas['SourceShown']
export type Verdict = Schemas['VerdictLine']
export type Level = Verdict['level']
export type Check = Schemas['CheckLine']
export type MissingAnswer = Schemas['Missing']
/** Texts of words that the vocabulary does not have, by code, in the officer's language. */
export type Wording = Schemas['Wording']
export type Opened = Schemas['Opened']
/** What is wrong with a source's file, and on which line; 0: the file as a whole. */
export type FileFault = Schemas['FaultSeen']
export type SourceHealth = Schemas['SourceHealth']
export type SourceDrift = Schemas['DriftSeen']
/** How a source fared with one question; no value of a record is in it. */
export type SourceTested = Schemas['SourceTested']
export type FieldMapped = Schemas['FieldMapped']
export type Share = Schemas['Share']
export type MyLookup = Schemas['MyLookup']

/** One line of a lookup's answer. */
export type Line =
  | Opened | Schemas['SourceLine'] | Schemas['CardLine'] | Schemas['GoneLine'] | Check | Verdict | Schemas['Closed']
