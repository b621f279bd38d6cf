"""yente's API: a source over HTTP whose questions and answers are known, so its file only says where it is.

`POST /match/{dataset}` for persons and organisations: query by example, answers with score and `match`.
`GET /search/{dataset}` for vehicles, which its matcher does not compare. Answers are FollowTheMoney entities.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from focus.modules.search.sources.checking import Fault, faults_of
from focus.modules.search.sources.ftm import MAPS, NAMING

_MATCHED: Final = "responses.q.results"
_UNRESOLVED: Final = {
    "nl": "naam niet opgehaald",
    "fr": "nom non obtenu",
    "de": "Name nicht abgerufen",
    "en": "name not resolved",
}


class Yente(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[yente]` of a source's file."""

    base: str
    dataset: str = "default"
    threshold: float = 0.7
    """From which score its matcher calls two the same; only those are shown."""
    limit: int = 10
    algorithm: str = ""
    """Of its matcher; without, the server's own choice."""
    headers: dict[str, str] = {}


def with_yente(content: dict[str, Any]) -> tuple[dict[str, Any], list[Fault]]:
    """The file as one of kind `rest`; as it is when it is none of yente, or one with faults."""
    if content.get("kind") != "yente":
        return content, []
    place = content.get("yente")
    if place is None:
        return content, [Fault("yente", "is missing; kind is yente, so [yente] must say where it is")]
    faults = [*faults_of(place, Yente, "yente"), *_superfluous(content)]
    if faults:
        return content, faults
    yente = msgspec.convert(place, Yente)
    faults = list(_limits(yente))
    rest = {"base": yente.base, "headers": yente.headers, "entities": "/entities/{id}?nested=true"}
    made = {key: value for key, value in content.items() if key != "yente"}
    return made | {
        "kind": "rest",
        "rest": rest,
        "ask": _asks(yente),
        "map": _maps(content.get("language")),
    }, faults


def _superfluous(content: dict[str, Any]) -> Iterator[Fault]:
    for part in ("rest", "sql", "ask", "map"):
        if part in content:
            yield Fault(part, "kind is yente, whose questions and answers are known; leave it out")


def _limits(yente: Yente) -> Iterator[Fault]:
    if not 0 < yente.threshold <= 1:
        yield Fault("yente.threshold", f"{yente.threshold} is not a part from 0 to 1")
    if not 1 <= yente.limit <= 500:
        yield Fault("yente.limit", f"{yente.limit} is not between 1 and 500")
    if not yente.dataset.replace("_", "").replace("-", "").isalnum():
        yield Fault("yente.dataset", f'"{yente.dataset}" is no name of a dataset')


def _asks(yente: Yente) -> list[dict[str, Any]]:
    person = {"name": ["{name}"], "birthDate": ["{born}"]}
    document = {"passportNumber": ["{document}"], "idNumber": ["{document}"]}
    return [
        _match(yente, ["name", "name_birth"], "Person", person),
        _match(yente, ["national_number"], "Person", {"idNumber": ["{national_number}"]}),
        _match(yente, ["document"], "Person", document),
        _match(yente, ["company"], "Company", {"registrationNumber": ["{company}"], "jurisdiction": ["be"]}),
        {
            "for": ["plate"],
            # In the path, for without the plate there is no question: a search for nothing finds everything.
            "path": f"/search/{yente.dataset}?q=%22{{plate}}%22",
            "query": {"schema": "Vehicle", "limit": str(yente.limit)},
            "maps": ["vehicle"],
            "each": "results",
        },
    ]


def _match(yente: Yente, kinds: list[str], schema: str, properties: dict[str, Any]) -> dict[str, Any]:
    options = {"limit": str(yente.limit), "threshold": str(yente.threshold)}
    if yente.algorithm:
        options["algorithm"] = yente.algorithm
    return {
        "for": kinds,
        "method": "POST",
        "path": f"/match/{yente.dataset}",
        "query": options,
        "json": {"queries": {"q": {"schema": schema, "properties": properties}}},
        "maps": ["person", "organisation"],
        "each": _MATCHED,
        "echo": False,
    }


def _maps(language: Any) -> list[dict[str, Any]]:
    """The maps of the format; of what was matched, only those that the matcher calls the same.

    Whoever is named by an id that stays one is a fact that says so in the source's language.
    """
    said = _UNRESOLVED.get(str(language), _UNRESOLVED["nl"])
    left = {
        fact: {
            "template": f"{{unresolved.{role}}} ({said})",
            "tone": "amber",
            "when": [{"path": f"unresolved.{role}", "exists": True}],
        }
        for role, fact in NAMING.items()
    }
    made = []
    for mapped in MAPS:
        kind = str(mapped["type"])
        matched = [{"path": "match", "equals": True}] if kind in ("person", "organisation") else []
        facts = mapped["facts"] | (left if kind in ("organisation", "vehicle", "document") else {})
        made.append(mapped | {"name": kind, "facts": facts, "when": [*mapped["when"], *matched]})
    return made
