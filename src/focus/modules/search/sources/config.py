"""A source's file as structures; what each field means is in docs/developer/sources.md."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from focus.modules.search.questions import Kind
from focus.modules.search.records import FactKind, RecordType, Tone, Word
from focus.modules.search.sources.access import Access
from focus.modules.search.sources.list_place import ListPlace
from focus.modules.search.sources.own_words import OwnFact, OwnWarning
from focus.modules.search.sources.places import Ldap, Soap
from focus.modules.search.sources.quota import Quota
from focus.modules.search.sources.rights import First, Right

Scalar = str | int | float | bool
Paths = str | list[str]
"""One path or several: the first that holds something counts."""
NameOrder = Literal["Family, Given", "Given FAMILY", "FAMILY Given", "Given Family", "Family Given", "any"]
"""`any`: the family name before a comma or in capitals; else the last."""
IDENTIFIER_KINDS = (
    "national_number", "bis_number", "plate", "vin", "document", "company", "phone", "address", "address_id",
    "serial", "pv", "case",
)  # fmt: skip


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the file; an unknown field is a fault."""


class Title(_Part, frozen=True, kw_only=True):
    """The source's name as officers see it."""

    nl: str
    fr: str
    de: str
    en: str


class Breaker(_Part, frozen=True, kw_only=True):
    """After `failures` in a row the source is left alone for `pause_ms`, then one question tries it."""

    failures: int = 5
    pause_ms: int = 10_000


class Rest(_Part, frozen=True, kw_only=True):
    """Where a source over HTTP is."""

    base: str
    headers: dict[str, str] = {}
    entities: str = ""
    """Of yente: path of one entity by its `{id}`, asked for where an answer names others by id alone."""


class Sql(_Part, frozen=True, kw_only=True):
    """Where a database is; `connections` at most are held open."""

    dsn: str
    connections: int = 4


class Condition(_Part, frozen=True, kw_only=True):
    """Holds when every test that is given holds for the value at `path`."""

    path: str
    equals: Scalar | None = None
    differs: Scalar | None = msgspec.field(default=None, name="not")
    one_of: list[Scalar] | None = msgspec.field(default=None, name="in")
    exists: bool | None = None
    """There, and neither null, "", [] nor {}."""
    past: bool | None = None
    """A date before today; `false`: today or later."""
    formats: list[str] = []


class Ask(_Part, frozen=True, kw_only=True):
    """One way to ask: for which kinds of question, and how. The first that suits the question is used."""

    questions: list[Kind] = msgspec.field(name="for")
    stage: Literal["details", "hit"] = "details"
    """`hit`: asks only whether there is something; used instead of the others until an officer taps."""
    hit_when: list[Condition] = []
    """About the answer to a hit question over HTTP: any of these holds, and there is something."""
    when: list[Condition] = []
    """About the facts of the question, such as `country`."""
    method: Literal["GET", "POST"] = "GET"
    path: str = ""
    query: str | dict[str, str] = ""
    """REST: a table of parameters. SQL: the statement."""
    body: Any = msgspec.field(default=None, name="json")
    headers: dict[str, str] = {}
    operation: str = ""
    """SOAP."""
    arguments: dict[str, Any] = {}
    """SOAP: of the operation, templates in strings anywhere."""
    filter: str = ""
    """LDAP."""
    attributes: list[str] = []
    """LDAP: those that are asked for."""
    empty_faults: list[str] = []
    """SOAP: codes of faults that say "nothing known"."""
    empty_statuses: list[int] = []
    empty_when: list[Condition] = []
    """About the answer: any of these holds, and it says "nothing known"."""
    maps: list[str] = []
    """Names of the maps that read this answer; all when empty."""
    each: str = ""
    """Where the list of records is in answers to this question, for maps without an own `each`."""
    echo: bool = True
    """Some record must carry the identifier that was asked, when records carry that kind at all."""


class At(_Part, frozen=True, kw_only=True):
    """When the source says that it was true."""

    path: Paths
    formats: list[str] = []
    """strptime forms, `unix`, `unix_ms`; ISO 8601 without any."""


class Identify(_Part, frozen=True, kw_only=True):
    """An identifier of a record with what its normal form needs."""

    path: Paths
    country: Paths = ""
    """Path of the country of a plate or document, or `=BG` for a constant. Without: Belgium. Where a path
    gathers several, one identifier for each."""
    only: list[str] = []
    """Only of these countries (ISO 3166-1 alpha-2)."""
    when: list[Condition] = []
    mixed: bool = False
    """Other things stand there too: what is none of this kind is passed over, and not told."""


Identifiers = dict[str, str | list[str] | Identify]


class Names(_Part, frozen=True, kw_only=True):
    """Who a record is about. Either `family` and `given`, or `full` with its `order`."""

    family: Paths = ""
    given: Paths = ""
    full: Paths = ""
    order: NameOrder = "Family, Given"
    within: str = ""
    """Path of a name as it is to be shown: of several family and given names those are taken that it has."""


class Born(_Part, frozen=True, kw_only=True):
    """The birth date; several forms are tried in order. `%Y` alone and `%Y-%m` give partial dates."""

    path: Paths
    formats: list[str] = []


class Sex(_Part, frozen=True, kw_only=True):
    """Their code → M, F or X. A code that is not in the table leaves the sex open."""

    path: Paths
    values: dict[str, Literal["M", "F", "X"]] = msgspec.field(
        default_factory=lambda: {"M": "M", "F": "F", "X": "X"}
    )


class FactMap(_Part, frozen=True, kw_only=True):
    """One fact: from `path`, or made by `template`, or the constant `value`."""

    path: Paths = ""
    template: str = ""
    value: str = ""
    kind: FactKind | None = None
    """Without: as the vocabulary has it."""
    formats: list[str] = []
    """For dates and times."""
    values: dict[str, str] = {}
    """Their code → what is shown; for kind `code` a word of the vocabulary. Others are shown as they are."""
    tone: Tone | None = None
    tones: dict[str, Tone] = {}
    """Their code → red or amber."""
    when: list[Condition] = []


class WarningMap(_Part, frozen=True, kw_only=True):
    """A warning, once per record or once per element of the list at `each`, when all of `when` holds."""

    code: str
    tone: Tone
    word: Word
    each: str = ""
    when: list[Condition] = []
    params: dict[str, str] = {}
    """Name → path or template."""
    dates: dict[str, list[str]] = {}
    """Name of a param that is a date → its formats."""
    act: str = ""
    """What is expected of the officer: a code of the vocabulary, told in his language."""
    action: str = ""
    """The same in the source's own words, or a template."""


class RelationMap(_Part, frozen=True, kw_only=True):
    """A thing that the record names; `each`: a list of them, other paths then start at its element."""

    role: str
    type: RecordType
    each: str = ""
    title: str = ""
    subtitle: str = ""
    identifiers: Identifiers = {}
    name: Names | None = None
    """Makes the title `Family, Given`."""
    born: Paths | Born | None = None
    """Makes the subtitle `° 1985-07-30`."""
    when: list[Condition] = []


class Place(_Part, frozen=True, kw_only=True):
    """Longitude and latitude in degrees, EPSG:4326."""

    lon: str
    lat: str


class Map(_Part, frozen=True, kw_only=True):
    """How one kind of record is read from an answer."""

    type: RecordType
    name: str = ""
    questions: list[Kind] = msgspec.field(default_factory=list, name="for")
    """Only for these kinds of question; all when empty."""
    each: str = ""
    """Path of the list in the answer, `.` for the answer itself; one object stands for a list of one."""
    when: list[Condition] = []
    """Elements for which this does not hold are passed over by this map."""
    id: Paths = ""
    """Their key; a hash of the record without one."""
    at: Paths | At | None = None
    title: str = ""
    subtitle: str = ""
    identifiers: Identifiers = {}
    person: Names | None = None
    born: Paths | Born | None = None
    sex: Paths | Sex | None = None
    facts: dict[str, str | FactMap | list[FactMap]] = {}
    """Key of the vocabulary or of `[facts]` → path or template, a table, or several tables (all apply)."""
    warnings: list[WarningMap] = []
    relations: list[RelationMap] = []
    place: Place | None = None
    photo: str = ""
    required: list[str] = []
    """Paths that every element must hold, else it cannot be read."""
    codes: dict[str, list[str]] = {}
    """Path → the codes that are agreed: an element with another one cannot be read."""


class SourceConfig(_Part, frozen=True, kw_only=True):
    """One file, one source."""

    name: str
    short: str
    title: Title
    kind: Literal["list", "rest", "sql", "soap", "ldap"]
    legal: list[str]
    language: Literal["nl", "fr", "de", "en"] = "nl"
    """In which its own sentences are."""
    data: list[str] = []
    """Kinds of data it holds; a purpose must open all of them. Empty: every purpose does."""
    of_record: bool = False
    """The register that others copy from: its spelling stands on the card."""
    record_of: list[Kind] = []
    """Kinds of question whose subjects it registers: green needs that it knows exactly the one. It counts for
    them always, also where the purpose does not open its data."""
    purposes: tuple[str, ...] = ("*",)
    """Codes of the purposes under which it may be asked."""
    needs: str = ""
    """A permission without which it is closed."""
    matters: list[Kind] = []
    """Kinds of question for which green needs its answer."""
    deadline_ms: int = 2_500
    max_concurrent: int = 8
    max_bytes: int = 1_000_000
    insecure: bool = False
    """Off loopback it may be talked to without TLS that is verified; shown in its health."""
    age: str = ""
    """How old answers are that carry no date: ISO 8601 duration."""
    breaker: Breaker = Breaker()
    access: Access = Access()
    quota: Quota = Quota()
    facts: dict[str, OwnFact] = {}
    """Facts that the vocabulary does not have."""
    warnings: dict[str, OwnWarning] = {}
    rights: list[Right] = []
    first: First | None = None
    rest: Rest | None = None
    sql: Sql | None = None
    soap: Soap | None = None
    ldap: Ldap | None = None
    listed: ListPlace | None = msgspec.field(default=None, name="list")
    ask: list[Ask] = []
    """None for a list, which is asked about what its maps give."""
    map: list[Map]

    def answers(self, kind: Kind) -> bool:
        """Whether any way of asking is for this kind of question."""
        return any(kind in ask.questions for ask in self.ask)
