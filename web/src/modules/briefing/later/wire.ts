/** The server's types under the app's names. */
import type { components } from '../api.gen'
import type { components as organisations } from '../../../base/api/organisations.gen'

type Schemas = components['schemas']
type House = organisations['schemas']

/** As it travels: what is not said has the server's default. */
export type Draft = Schemas['Draft']
export type Audience = Required<Schemas['Audience']>
export type Contact = Required<Schemas['Contact']>
export type Subject = Required<Schemas['Subject']>
/** Degrees, longitude first (EPSG:4326). */
export type Point = [number, number]
export type Area = { type: 'Polygon'; coordinates: Point[][] } | { type: 'MultiPolygon'; coordinates: Point[][][] }

/** What a desk writes, with every member said. */
export type Content = Required<Omit<Draft, 'area' | 'audience' | 'contact' | 'subjects'>> & {
  area: Area | null
  audience: Audience
  contact: Contact
  subjects: Subject[]
}

export type Kind = Content['kind']
export type Priority = Content['priority']
export type Handling = Content['handling']
export type State = Schemas['ItemLine']['state']

export type DraftShown = Schemas['DraftShown']
export type DraftSaved = Schemas['DraftSaved']
export type Item = Schemas['Item']
export type ItemLine = Schemas['ItemLine']
export type ItemsRequest = Schemas['ItemsRequest']
export type ItemShown = Schemas['ItemShown']
export type ItemPublished = Schemas['ItemPublished']
export type ItemRevised = Schemas['ItemRevised']
export type ItemsImported = Schemas['ItemsImported']
export type LineProblem = Schemas['LineProblem']
export type OfferShown = Schemas['OfferShown']
export type OfferSettled = Schemas['OfferSettled']
export type Reader = Schemas['Reader']
export type Readers = Schemas['Readers']
export type RollCall = Schemas['RollCall']
export type Called = Schemas['Called']
export type ShareShown = Schemas['ShareShown']
export type Sighting = Schemas['Sighting']

export type Unit = House['Unit']
export type Ward = House['Ward']
export type OwnFunction = House['Function']
export type Post = House['Post']
export type Organisation = House['OrganisationEntry']
