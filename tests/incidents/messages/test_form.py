"""The one form: it can be kept, and the documentation's example is one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from focus.modules.incidents.messages import cap, eido, ucri, webhook
from focus.modules.incidents.messages.incident import Report, hints_weapon, says_weapon
from focus.modules.incidents.messages.kinds import KINDS, kind_of, names_weapon
from tests.incidents.messages import eido_example, examples
from tests.incidents.messages.examples import envelope, octets

REQUEST = envelope(examples.resource_request(), app="resource_request", schema="resource_request")
PAGE = Path(__file__).parents[3] / "docs/developer/incident-messages.md"


@pytest.mark.parametrize(
    ("read", "message"),
    [
        (ucri.read, octets(envelope(examples.police_incident()))),
        (ucri.read, octets(REQUEST)),
        (eido.read, octets(eido_example.eido())),
        (cap.read, examples.CAP.encode()),
        (webhook.read, octets(examples.webhook())),
    ],
)
def test_a_report_is_kept_as_json_and_comes_back_the_same(
    read: Callable[[bytes], Report], message: bytes
) -> None:
    report = read(message)
    assert msgspec.json.decode(msgspec.json.encode(report), type=Report) == report


def test_the_documentations_example_is_a_message_of_which_everything_is_mapped() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", PAGE.read_text(), re.DOTALL)
    report = webhook.read(example.encode())

    assert (report.incident_kind, report.sequence, report.rest) == ("burglary", 2, ())


@pytest.mark.parametrize(
    ("keywords", "kind"),
    [
        (("P1", "VERKEERSONGEVAL"), "traffic_accident"),
        (("tapage_nocturne",), "nuisance"),
        (("Häusliche Gewalt",), "domestic_violence"),
        (("Traffic-Collision",), "traffic_accident"),
        (("A1", "F2"), ""),
        ((), ""),
    ],
)
def test_a_keyword_in_four_languages_is_one_of_our_kinds(keywords: tuple[str, ...], kind: str) -> None:
    assert kind_of(keywords) == kind


def test_a_sources_own_table_comes_first() -> None:
    assert kind_of(("Brand", "f2"), {"F2": "hazard"}) == "hazard"


def test_every_word_says_one_of_our_kinds() -> None:
    assert {kind_of((kind,)) for kind in ("fire", "burglary", "weapon", "alarm", "traffic")} <= set(KINDS)


@pytest.mark.parametrize("text", ["heeft een mes", "armé d'un couteau", "mit Pistole", "gun seen"])
def test_a_weapon_is_heard_in_four_languages(text: str) -> None:
    assert names_weapon(text)


@pytest.mark.parametrize("text", ["meststof", "alarme", "burgundy car", ""])
def test_a_word_that_only_looks_alike_is_no_weapon(text: str) -> None:
    assert not names_weapon(text)


def test_words_hint_at_a_weapon_where_nothing_says_so() -> None:
    report = ucri.read(octets(envelope(examples.police_incident())))

    assert (hints_weapon(report), says_weapon(report)) == (True, False)
    assert not hints_weapon(ucri.read(octets(REQUEST)))
    assert says_weapon(webhook.read(octets(examples.webhook())))
