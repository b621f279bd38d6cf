"""Sources that are directories; every fault is named, none is "nothing known"."""

from __future__ import annotations

import asyncio
import shutil
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from focus.modules.search.questions import Reading
from focus.modules.search.sources.filters import FilterInvalid, compile_filter
from focus.modules.search.sources.protocol import SourceFailed
from tests.search.connectors.broken import (
    PASSWORD,
    PEOPLE,
    WHO,
    beside,
    broken,
    directory_running,
    ldap_file,
)
from tests.search.connectors.servers import ask
from tests.support.server import free_port
from world.directory import Directory

SLAPD = shutil.which("slapd", path="/usr/sbin:/usr/local/sbin:/usr/bin")


@pytest.fixture
async def directory() -> AsyncIterator[Directory]:
    async with directory_running() as running:
        yield running


def name(family: str, given: str = "") -> Reading:
    facts = {"family_name": family, "given_names": given}
    return Reading(kind="name", normal=family, facts={k: v for k, v in facts.items() if v})


async def test_an_entry_becomes_a_record(directory: Directory) -> None:
    source = beside(ldap_file(directory.port))
    answer = await ask(source, name("yılmaz", "em"))
    assert [(r.id, r.title) for r in answer.records] == [("2", "Yılmaz, Emre")]
    await source.close()


async def test_a_fact_that_is_not_there_is_left_out_of_the_filter(directory: Directory) -> None:
    source = beside(ldap_file(directory.port))
    assert [r.given_names for r in (await ask(source, name("Peeters"))).records] == ["An, Anna"]
    await source.close()


@pytest.mark.parametrize("tried", ["*", "Peeters)(uid=*", "P\\2aeters", "(|(sn=*)"])
async def test_what_was_asked_cannot_become_part_of_the_filter(directory: Directory, tried: str) -> None:
    source = beside(ldap_file(directory.port))
    assert (await ask(source, name(tried))).records == ()
    await source.close()


async def test_signs_of_the_filter_language_are_found_as_they_are(directory: Directory) -> None:
    source = beside(ldap_file(directory.port))
    assert [r.id for r in (await ask(source, name("O*(Neil)\\"))).records] == ["3"]
    await source.close()


@pytest.mark.parametrize(
    ("mode", "reason"),
    [
        ("hang", "timeout"),
        ("drip", "timeout"),
        ("garbage", "garbage"),
        ("wrong-schema", "wrong_schema"),
        ("wrong-charset", "charset"),
        ("huge", "too_large"),
        ("reset", "reset"),
        ("500", "status"),
        ("401", "refused_login"),
        ("out", "unreachable"),
    ],
)
async def test_a_failure_is_named(directory: Directory, mode: str, reason: str) -> None:
    broken(directory.condition, mode)
    source = beside(ldap_file(directory.port))
    with pytest.raises(SourceFailed) as failed:
        await ask(source, name("Peeters"))
    assert failed.value.reason == reason
    await source.close()


async def test_a_connection_dropped_in_the_middle_fails_and_the_next_question_connects_anew(
    directory: Directory,
) -> None:
    source = beside(ldap_file(directory.port))
    await ask(source, name("Peeters"))
    broken(directory.condition, "hang")
    asking = asyncio.create_task(ask(source, name("Peeters")))
    async with asyncio.timeout(5):
        while not directory.condition.counters.open:
            await asyncio.sleep(0.01)
    directory.cut()
    broken(directory.condition, "reset")
    with pytest.raises(SourceFailed, match="reset"):
        await asking
    directory.condition.mend()
    assert len((await ask(source, name("Peeters"))).records) == 1
    await source.close()


async def test_entries_that_stop_in_the_middle_are_a_failure_and_never_half_an_answer(
    directory: Directory,
) -> None:
    source = beside(ldap_file(directory.port, deadline_ms=3_000))
    await ask(source, name("Peeters"))
    broken(directory.condition, "cut")
    with pytest.raises(SourceFailed, match="reset"):
        await ask(source, name("Peeters"))
    directory.condition.mend()
    assert len((await ask(source, name("Peeters"))).records) == 1
    await source.close()


async def test_a_kept_connection_that_ended_meanwhile_is_no_failure(directory: Directory) -> None:
    source = beside(ldap_file(directory.port))
    await ask(source, name("Peeters"))
    directory.cut()
    assert len((await ask(source, name("Peeters"))).records) == 1
    await source.close()


async def test_called_off_it_hangs_up(directory: Directory) -> None:
    source = beside(ldap_file(directory.port, deadline_ms=20_000))
    broken(directory.condition, "hang")
    asking = asyncio.create_task(ask(source, name("Peeters"), within=20))
    async with asyncio.timeout(5):
        while not directory.condition.counters.open:
            await asyncio.sleep(0.01)
        asking.cancel()
        while directory.condition.counters.open:
            await asyncio.sleep(0.01)
    assert directory.condition.counters.cancelled == 1
    await source.close()


async def test_more_entries_than_agreed_are_a_failure(directory: Directory) -> None:
    for number in range(4, 9):
        directory.people[f"uid={number}"] = {"sn": ["Janssens"], "givenName": ["J"], "uid": [str(number)]}
    file = ldap_file(directory.port)
    file["ldap"]["most"] = 3
    source = beside(file)
    with pytest.raises(SourceFailed, match="too_large"):
        await ask(source, name("Janssens"))
    await source.close()


@pytest.mark.parametrize(
    "text", ["", "sn=x", "(sn=x", "(&)", "(!(a=1)(b=2))", "(a=1)(b=2)", "(a>=x*)", "(=x)"]
)
def test_what_is_no_filter_is_refused(text: str) -> None:
    with pytest.raises(FilterInvalid):
        compile_filter(text)


@pytest.fixture(scope="module")
def openldap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Debian's slapd with the same people."""
    home: Path = tmp_path_factory.mktemp("slapd")
    (home / "data").mkdir()
    (home / "slapd.conf").write_text(
        "include /etc/ldap/schema/core.schema\ninclude /etc/ldap/schema/cosine.schema\n"
        "include /etc/ldap/schema/inetorgperson.schema\nmodulepath /usr/lib/ldap\nmoduleload back_mdb\n"
        f"pidfile {home}/pid\ndatabase mdb\nsuffix dc=zone,dc=example\nrootdn {WHO}\nrootpw {PASSWORD}\n"
        f"directory {home}/data\n"
    )
    entries = ["dn: dc=zone,dc=example\nobjectClass: domain\ndc: zone\n",
               "dn: ou=people,dc=zone,dc=example\nobjectClass: organizationalUnit\nou: people\n"]  # fmt: skip
    for dn, entry in PEOPLE.items():
        lines = [f"{key}: {value}" for key, values in entry.items() for value in values]
        entries.append(
            "\n".join([f"dn: {dn}", "objectClass: inetOrgPerson", f"cn: {entry['sn'][0]}", *lines, ""])
        )
    (home / "people.ldif").write_text("\n".join(entries))
    added = ["slapadd", "-f", str(home / "slapd.conf"), "-l", str(home / "people.ldif")]
    subprocess.run([str(Path(str(SLAPD)).with_name("slapadd")), *added[1:]], check=True, capture_output=True)
    port = free_port()
    command = [str(SLAPD), "-d", "0", "-f", str(home / "slapd.conf"), "-h", f"ldap://127.0.0.1:{port}"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            _listening(port)
            yield port
        finally:
            process.terminate()


def _listening(port: int) -> None:
    for _ in range(500):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.01)
    raise AssertionError("slapd does not listen")


@pytest.mark.skipif(SLAPD is None, reason="needs OpenLDAP's slapd")
@pytest.mark.parametrize(
    ("family", "given", "found"),
    [("peeters", "an", ["1"]), ("O*(Neil)\\", "", ["3"]), ("*", "", []), ("Yılmaz", "Em", ["2"])],
)
async def test_openldap_answers_alike(openldap: int, family: str, given: str, found: list[str]) -> None:
    source = beside(ldap_file(openldap, deadline_ms=3_000))
    assert [r.id for r in (await ask(source, name(family, given))).records] == found
    await source.close()


@pytest.mark.skipif(SLAPD is None, reason="needs OpenLDAP's slapd")
async def test_openldap_refuses_another_password(openldap: int) -> None:
    file = ldap_file(openldap, deadline_ms=3_000)
    file["ldap"]["bind"] = "uid=1,ou=people,dc=zone,dc=example"
    source = beside(file)
    with pytest.raises(SourceFailed, match="refused_login: LDAP result 49"):
        await ask(source, name("Peeters"))
    await source.close()
