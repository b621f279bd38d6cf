"""The world: everything that sources may be asked about, made when it is first needed."""

from __future__ import annotations

from functools import cached_property

from .columns import Shelf, Table
from .people.population import Population, build_population
from .records import belongings, companies, events, justice, papers, vehicles
from .town.addresses import Town


class World:
    """One seeded world of `persons` people."""

    def __init__(self, *, seed: int, persons: int) -> None:
        self.seed = seed
        self.people: Population = build_population(seed=seed, persons=persons)

    @property
    def town(self) -> Town:
        return self.people.town

    @cached_property
    def vehicles(self) -> Table:
        return vehicles.make_vehicles(self.people)

    @cached_property
    def papers(self) -> Table:
        return papers.make_papers(self.people)

    @cached_property
    def belongings(self) -> Table:
        return belongings.make_belongings(self.people)

    @cached_property
    def companies(self) -> Table:
        return companies.make_companies(self.people)

    @cached_property
    def cameras(self) -> Table:
        return companies.make_cameras(self.people)

    @cached_property
    def events(self) -> Table:
        return events.make_events(self.people)

    @cached_property
    def calls(self) -> Table:
        return events.make_calls(self.people)

    @cached_property
    def justice(self) -> dict[str, Shelf]:
        return justice.make_justice(self.people)

    def make_everything(self) -> None:
        """Build all tables and the indexes that questions use, so that the first question is not slow."""
        people = self.people
        for column in ("national", "address", "household", "phone", "surname"):
            people.table.where(column, 0)
        for table, keys in (
            (self.vehicles, ("plate", "vin", "holder")),
            (self.papers, ("number", "owner")),
            (self.belongings, ("number", "owner")),
            (self.companies, ("number", "owner", "address")),
            (self.events, ("person", "address")),
            (self.calls, ("address",)),
            (self.cameras, ("street",)),
            (self.town.addresses, ("street", "best")),
        ):
            for key in keys:
                table.where(key, table.names and getattr(table, key)[0] if len(table) else 0)
        _ = self.justice, self.town.street_numbers, self.town.streets_by_name
