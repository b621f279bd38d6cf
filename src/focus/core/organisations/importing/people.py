"""Import of the people whom the organisation employs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from focus.core.organisations import rules
from focus.core.organisations.importing.columns import (
    FROM,
    TO,
    Column,
    checked,
    language,
    person_name,
    personnel_number,
    several,
    text,
)
from focus.core.organisations.importing.report import Bad
from focus.core.organisations.importing.subject import Complaint, Importable, Item, Outcome
from focus.core.organisations.records import Person
from focus.core.organisations.store import people as store

if TYPE_CHECKING:
    from focus.core.database import Transaction

_KEPT = ("title", "rank", "email", "phone")


class People(Importable):
    """Key: personnel number. An empty cell leaves what is known of a person as it is."""

    columns = (
        Column("personnel_number", personnel_number, required=True,
               also=("number", "stamnummer", "matricule", "numero de matricule", "personalnummer")),
        Column("family_name", person_name("family_name"), required=True,
               also=("naam", "achternaam", "familienaam", "nom", "nachname", "name")),
        Column("given_names", person_name("given_names"), required=True,
               also=("voornaam", "voornamen", "prenom", "prenoms", "vorname", "vornamen")),
        Column("language", language, required=True, also=("taal", "langue", "sprache")),
        Column("languages", several(language), also=("talen", "langues", "sprachen")),
        Column("title", text(40), also=("titel", "titre")),
        Column("rank", text(80), also=("graad", "grade", "dienstgrad")),
        Column("email", checked(rules.email, "bad_email"), also=("e-mail", "mail", "courriel")),
        Column("phone", checked(rules.phone, "bad_phone"), also=("telefoon", "gsm", "telephone", "telefon")),
        FROM,
        TO,
    )  # fmt: skip

    def key(self, values: dict[str, Any]) -> object:
        return values["personnel_number"]

    async def prepare(self, tx: Transaction, *, permissions: Collection[str]) -> None:
        self._known: dict[str, Person] = {
            person.personnel_number: person for person in await store.people(tx)
        }

    def check(self, item: Item) -> Iterator[Complaint]:
        draft = self._draft(item)
        if draft.valid_to is not None and draft.valid_to < draft.valid_from:
            yield ("to" if "to" in item.values else "from"), Bad("period_reversed")

    def _draft(self, item: Item) -> store.PersonDraft:
        values, known = item.values, self._known.get(item.values["personnel_number"])
        kept = {name: values.get(name, getattr(known, name, None)) for name in _KEPT}
        return store.PersonDraft(
            personnel_number=values["personnel_number"],
            family_name=values["family_name"],
            given_names=values["given_names"],
            language=values["language"],
            languages=tuple(values.get("languages", known.languages if known else ())),
            valid_from=values.get("from", known.valid_from if known else self.today),
            valid_to=values.get("to", known.valid_to if known else None),
            **kept,
        )

    def outcome(self, item: Item) -> Outcome:
        known = self._known.get(item.values["personnel_number"])
        if known is None:
            return "new"
        fields = store.PersonDraft.__struct_fields__
        draft = self._draft(item)
        same = all(
            getattr(draft, name) == getattr(known, name) for name in fields if name != "languages"
        ) and list(draft.languages) == list(known.languages)
        return "unchanged" if same else "changed"

    async def write(self, tx: Transaction, item: Item) -> None:
        known = self._known.get(item.values["personnel_number"])
        if known is None:
            await store.add_person(tx, self._draft(item))
        else:
            await store.change_person(tx, known.id, self._draft(item))
