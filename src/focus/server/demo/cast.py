"""The synthetic people of the demo and their posts."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID, uuid5

from focus.server.demo.company import NAMES, TEAMS

_SPACE = UUID("5f0c0c1e-0b5e-5a7e-9d57-0e5999f0c0c5")


def demo_id(*name: str) -> UUID:
    """The id that something of the demo has everywhere: `demo_id("person", "lotte.maes")`.

    Names in use: organisation CODE · unit CODE CODE · ward CODE · person KEY · post KEY CODE ·
    grant CODE CODE · task DAY.
    """
    return uuid5(_SPACE, "/".join(name))


class DemoPerson(NamedTuple):
    """Somebody whom an organisation (its code) employs. `key` is the local part of the e-mail address."""

    organisation: str
    given_names: str
    family_name: str
    rank: str | None
    language: str = "nl"
    languages: tuple[str, ...] = ("nl",)

    @property
    def key(self) -> str:
        return (
            f"{self.given_names}.{self.family_name}".lower()
            .replace(" ", "")
            .replace("é", "e")
            .replace("ï", "i")
            .replace("ë", "e")
        )


class DemoPost(NamedTuple):
    """A post of a person (by key) in an organisation, which may not be the one that employs him."""

    person: str
    organisation: str
    function: str
    units: tuple[str, ...] = ()
    wards: tuple[str, ...] = ()


_INSPECTOR, _CHIEF, _COMMISSIONER = "inspecteur", "hoofdinspecteur", "commissaris"

PEOPLE = (
    DemoPerson("5999", "Lotte", "Maes", _INSPECTOR, "nl", ("nl", "fr", "en")),
    DemoPerson("5999", "Yassine", "Benali", _INSPECTOR, "nl", ("nl", "fr")),
    DemoPerson("5999", "Tom", "Goossens", _INSPECTOR),
    DemoPerson("5999", "Elke", "Thys", _INSPECTOR, "nl", ("nl", "de")),
    DemoPerson("5999", "Joris", "Aerts", _INSPECTOR),
    DemoPerson("5999", "Nele", "Lemmens", _CHIEF),
    DemoPerson("5999", "Bram", "Vos", _INSPECTOR),
    DemoPerson("5999", "Ilse", "Diels", _INSPECTOR),
    DemoPerson("5999", "Kemal", "Yildirim", _INSPECTOR, "nl", ("nl", "fr")),
    DemoPerson("5999", "Sofie", "Wuyts", _COMMISSIONER, "nl", ("nl", "fr", "en")),
    DemoPerson("5999", "Hanne", "Peeters", _CHIEF),
    DemoPerson("5999", "Wim", "De Backer", "calog B"),
    DemoPerson("5999", "Griet", "Van Loon", "calog A"),
    DemoPerson("5999", "Marc", "Jacobs", "calog A"),
    DemoPerson("5998", "Stijn", "Smeets", _INSPECTOR),
    DemoPerson("5998", "Amber", "Cools", _INSPECTOR),
    DemoPerson("5998", "Rita", "Hermans", "calog A"),
    DemoPerson("5997", "Julie", "Lambert", _INSPECTOR, "fr", ("fr", "nl")),
    DemoPerson("5997", "Koen", "Baeten", _CHIEF, "nl", ("nl", "fr")),
    DemoPerson("99901", "An", "Verlinden", None),
    DemoPerson("99901", "Peter", "Segers", None),
    DemoPerson("LDV", "Veerle", "Claessens", None, "nl", ("nl", "fr")),
    DemoPerson("JH-LDV", "Sara", "Mertens", None),
    DemoPerson("FERES", "Ruben", "Claes", _INSPECTOR, "nl", ("nl", "fr")),
    DemoPerson("FERES", "Manon", "Dubois", _INSPECTOR, "fr", ("fr", "nl")),
    DemoPerson("FERES", "Jonas", "Hendrix", _CHIEF, "de", ("de", "fr", "nl")),
    DemoPerson("TPI", "Geert", "Bogaerts", None, "nl", ("nl", "fr")),
    DemoPerson("DRI", "Ines", "Willems", None, "nl", ("nl", "fr", "de", "en")),
    *(DemoPerson("5999", given, family, _INSPECTOR) for given, family in NAMES),
)

POSTS = (
    DemoPost("lotte.maes", "5999", "officer", ("NO-2", "INT")),
    DemoPost("yassine.benali", "5999", "officer", ("NO-2", "INT")),
    DemoPost("tom.goossens", "5999", "officer", ("NO-4", "INT")),
    DemoPost("elke.thys", "5999", "officer", ("NO-4", "INT")),
    DemoPost("joris.aerts", "5999", "officer", ("CE-1", "INT")),
    DemoPost("nele.lemmens", "5999", "officer", ("CE-1", "INT")),
    DemoPost("bram.vos", "5999", "officer", ("K9-1", "INT")),
    DemoPost("ilse.diels", "5999", "ward_officer", ("WE-3", "WIJK"), ("LB-3", "LB-4")),
    DemoPost("kemal.yildirim", "5999", "ward_officer", ("OO-1", "WIJK"), ("LB-0", "LB-1")),
    DemoPost("sofie.wuyts", "5999", "shift_leader", ("LEI", "INT")),
    DemoPost("hanne.peeters", "5999", "information_desk", ("LIK",)),
    DemoPost("wim.debacker", "5999", "dispatcher", ("LEI",)),
    DemoPost("griet.vanloon", "5999", "zone_administrator", ("LEI",)),
    DemoPost("marc.jacobs", "5999", "dpo", ("LEI",)),
    DemoPost("marc.jacobs", "5998", "dpo"),
    DemoPost("stijn.smeets", "5998", "officer", ("HE-7", "INT")),
    DemoPost("amber.cools", "5998", "officer", ("HE-7", "INT")),
    DemoPost("rita.hermans", "5998", "zone_administrator"),
    DemoPost("julie.lambert", "5997", "officer", ("ZA-1", "INT")),
    DemoPost("koen.baeten", "5997", "zone_administrator"),
    DemoPost("an.verlinden", "99901", "population_clerk"),
    DemoPost("peter.segers", "99901", "administrator"),
    DemoPost("veerle.claessens", "LDV", "prosecutor"),
    DemoPost("sara.mertens", "JH-LDV", "justice_assistant"),
    DemoPost("ruben.claes", "FERES", "officer", ("FR-1",)),
    DemoPost("ruben.claes", "5999", "officer", ("NO-4",)),
    DemoPost("manon.dubois", "FERES", "officer", ("FR-1",)),
    DemoPost("jonas.hendrix", "FERES", "shift_leader", ("FR-1",)),
    DemoPost("geert.bogaerts", "TPI", "oversight"),
    DemoPost("ines.willems", "DRI", "federal_support"),
    *(
        DemoPost(person.key, "5999", "officer", (TEAMS[number % len(TEAMS)], "INT"))
        for number, person in enumerate(PEOPLE[-len(NAMES) :])
    ),
)

LENT = (("FERES", "5999"), ("FERES", "5998"), ("FERES", "5997"), ("5999", "5998"), ("5997", "5999"))
"""(owner, recipient): whose people may hold posts where, and whose crews may be asked to help."""

NEIGHBOURS = (("julie.lambert", "5997", "ZA-1"),)
"""On duty in another zone that lends its people: person, organisation, unit and call sign."""
