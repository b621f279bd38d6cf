"""Import of organisations, by one that governs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, get_args

from focus.core.errors import Problem
from focus.core.organisations import rules
from focus.core.organisations.errors import NotGoverning
from focus.core.organisations.importing.columns import (
    FROM,
    NAMES,
    TO,
    Column,
    language,
    names_of,
    one_of,
    several,
    text,
    yes_no,
)
from focus.core.organisations.importing.report import Bad
from focus.core.organisations.importing.subject import Complaint, Importable, Item, Outcome
from focus.core.organisations.records import OrganisationEntry, OrganisationKind
from focus.core.organisations.store import organisations as store

if TYPE_CHECKING:
    from focus.core.database import Transaction


class Organisations(Importable):
    """Key: kind and code."""

    columns = (
        Column(
            "kind",
            one_of(get_args(OrganisationKind), "bad_kind"),
            required=True,
            also=("soort", "type", "art"),
        ),
        Column("code", text(24), required=True, also=("nis",)),
        *NAMES,
        Column("languages", several(language), also=("talen", "langues", "sprachen")),
        Column("governs", yes_no, also=("bestuurt", "dirige")),
        FROM,
        TO,
    )

    def key(self, values: dict[str, Any]) -> object:
        return values["kind"], values["code"].upper()

    async def prepare(self, tx: Transaction, *, permissions: Collection[str]) -> None:
        if not (await store.own(tx)).governs:
            raise NotGoverning
        self._known: dict[object, OrganisationEntry] = {
            (entry.kind, entry.code): entry
            for entry in await store.directory(tx)
            if entry.valid_to is None or entry.valid_to >= self.today
        }

    def check(self, item: Item) -> Iterator[Complaint]:
        try:
            rules.organisation_code(item.values["kind"], item.values["code"])
        except Problem:
            yield "code", Bad("bad_code")
        if not names_of(item.values):
            yield "name_nl", Bad("missing")
        known = self._known.get(self.key(item.values))
        begin = known.valid_from if known else item.values.get("from", self.today)
        if (end := item.values.get("to")) is not None and end < begin:
            yield "to", Bad("period_reversed")
        if known and item.values.get("from", known.valid_from) != known.valid_from:
            yield "from", Bad("fixed")
        if known and known.valid_to is not None and end is not None and end > known.valid_to:
            yield "to", Bad("fixed")

    def outcome(self, item: Item) -> Outcome:
        known = self._known.get(self.key(item.values))
        if known is None:
            return "new"
        same = (known.names, known.languages, known.valid_to) == (
            names_of(item.values),
            self._languages(item),
            item.values.get("to", known.valid_to),
        )
        return "unchanged" if same else "changed"

    def _languages(self, item: Item) -> list[Any]:
        known = self._known.get(self.key(item.values))
        return list(item.values.get("languages") or (known.languages if known else names_of(item.values)))

    async def write(self, tx: Transaction, item: Item) -> None:
        known = self._known.get(self.key(item.values))
        names, languages = names_of(item.values), self._languages(item)
        if known is None:
            organisation = await store.found(
                tx,
                kind=item.values["kind"],
                code=item.values["code"],
                names=names,
                languages=languages,
                valid_from=item.values.get("from", self.today),
                governs=item.values.get("governs", False),
            )
        else:
            organisation = known.id
            await store.rename(tx, organisation, names=names, languages=languages)
        end = item.values.get("to")
        if end is not None and (known is None or known.valid_to != end):
            await store.close(tx, organisation, last_day=end)
