"""Takes out of a record what may not be seen, and says in its place that it is not for this purpose.

The value goes before records are merged: what is hidden joins nothing, and no title, key or next question
repeats it. A warning is never hidden: who may not see a source's warnings may not ask the source.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Literal

from msgspec.structs import replace

from focus.core.gate import Policy, Principal
from focus.modules.search.records import Fact, Record, Relation, Warn
from focus.modules.search.sources.rights import Right

Withheld = Literal["purpose", "function"]
Hidden = Mapping[str, Withheld]
"""Field → why it may not be seen."""

_KEY = secrets.token_bytes(32)
_SHORTEST = 3
"""Signs from which a value is looked for elsewhere in its record: `M` stands in every word."""


def hidden_fields(
    rights: Iterable[Right], *, purpose: str, principal: Principal, policy: Policy
) -> dict[str, Withheld]:
    """What policy hides of a source from this officer for this purpose."""
    found: dict[str, Withheld] = {}
    for right in rights:
        resource = (
            ("purposes", frozenset(right.purposes)),
            ("functions", frozenset(right.functions)),
            ("needs", right.needs),
        )
        decision = policy.decide(
            action="see",
            principal=(principal.function, principal.permissions),
            resource=resource,
            context=(("purpose", purpose),),
        )
        if not decision.allowed:
            open_to_purpose = bool({purpose, "*"}.intersection(right.purposes))
            found.update(dict.fromkeys(right.fields, "function" if open_to_purpose else "purpose"))
    return found


def veiled(record: Record, hidden: Hidden) -> Record:
    """The record without what is hidden; the same one when it holds none of it."""
    if not hidden:
        return record
    secret = _Secrets(record, hidden)
    if not secret.fields:
        return record
    facts = [fact for fact in record.facts if fact.key not in hidden and not secret.told(fact.value)]
    dropped = {fact.key for fact in record.facts} - {fact.key for fact in facts} - secret.fields.keys()
    why = {**secret.fields, **dict.fromkeys(dropped, next(iter(secret.fields.values())))}
    return replace(
        record,
        id=secret.key(record.id),
        title=secret.clean(record.title),
        subtitle=secret.clean(record.subtitle),
        identifiers=tuple(i for i in record.identifiers if i.kind not in hidden and not secret.told(i.value)),
        family_name=secret.clean(record.family_name),
        given_names=secret.clean(record.given_names),
        born="" if "born" in hidden else secret.clean(record.born),
        sex="" if "sex" in hidden else record.sex,
        place=None if "address" in hidden else record.place,
        facts=(*facts, *(Fact(key, "", withheld=reason) for key, reason in sorted(why.items()))),
        warnings=tuple(secret.warning(warn) for warn in record.warnings),
        relations=tuple(secret.relation(r) for r in record.relations if r.role not in hidden),
        photo="" if "photo" in hidden else secret.clean(record.photo),
    )


class _Secrets:
    """What is hidden of one record."""

    def __init__(self, record: Record, hidden: Hidden) -> None:
        pairs = list(_values(record, hidden))
        self.fields = {key: hidden[key] for key, _ in pairs}
        """Those that the record really has."""
        self._folded = {folded for _, value in pairs if len(folded := _folded(value)) >= _SHORTEST}

    def told(self, text: str) -> bool:
        """Whether a text repeats something hidden, however it is written."""
        if not text:
            return False
        folded = _folded(text)
        return any(value in folded for value in self._folded)

    def clean(self, text: str) -> str:
        """The text, or nothing."""
        return "" if self.told(text) else text

    def key(self, id: str) -> str:  # noqa: A002
        """A key that does not tell; the same one for as long as this process runs."""
        return blake2b(id.encode(), key=_KEY, digest_size=12).hexdigest() if self.told(id) else id

    def warning(self, warn: Warn) -> Warn:
        """The warning stays, what it repeats goes."""
        params = {name: self.clean(value) for name, value in warn.params.items()}
        return replace(warn, params=params, action=self.clean(warn.action))

    def relation(self, relation: Relation) -> Relation:
        """A next question without what is hidden."""
        identifiers = tuple(i for i in relation.identifiers if not self.told(i.value))
        title, subtitle = self.clean(relation.title), self.clean(relation.subtitle)
        return replace(relation, title=title, subtitle=subtitle, identifiers=identifiers)


def _values(record: Record, hidden: Hidden) -> Iterator[tuple[str, str]]:
    """(field, value) of all that is hidden."""
    for fact in record.facts:
        if fact.key in hidden and fact.value:
            yield fact.key, fact.value
    for identifier in record.identifiers:
        if identifier.kind in hidden:
            yield identifier.kind, identifier.value.rpartition(":")[2]
    for relation in record.relations:
        if relation.role in hidden:
            yield relation.role, relation.title
            yield from ((relation.role, i.value.rpartition(":")[2]) for i in relation.identifiers)
    for key, value in (("born", record.born), ("sex", record.sex), ("photo", record.photo)):
        if key in hidden and value:
            yield key, value


def _folded(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
