"""CSV files: every bad line named by number and column, nothing half imported."""

from __future__ import annotations

import codecs
from pathlib import Path
from uuid import UUID

import pytest

from focus.core import clock
from focus.core.gate.gate import NotPermitted
from focus.core.organisations import errors
from focus.core.organisations.actions.importing import check_file
from focus.core.organisations.actions.importing import import_file as import_action
from focus.core.organisations.commands import import_command
from focus.core.organisations.importing import ImportReport, Subject, import_file
from focus.core.organisations.public import post_of
from focus.core.organisations.store import people, structure
from tests.organisations.town import LONG_AGO, Town

PEOPLE = "personnel_number;family_name;given_names;language;from\n"


async def take(
    town: Town,
    zone: UUID,
    subject: Subject,
    text: str | bytes,
    *,
    dry_run: bool = False,
    keep_good: bool = False,
) -> ImportReport:
    content = text.encode() if isinstance(text, str) else text
    async with town.platform.database.transaction(zone) as tx:
        return await import_file(
            tx,
            subject,
            content,
            permissions=town.platform.registry.permissions,
            dry_run=dry_run,
            keep_good=keep_good,
        )


def told(report: ImportReport) -> list[tuple[int, str | None, str]]:
    return [(p.line, p.column, p.code.removeprefix("organisations.csv_")) for p in report.problems]


def sums(report: ImportReport) -> tuple[int, int, int, int]:
    return report.new, report.changed, report.unchanged, report.bad


async def names(town: Town, zone: UUID) -> list[str]:
    async with town.platform.database.transaction(zone) as tx:
        return [person.family_name for person in await people.people(tx)]


async def test_people_come_in_and_a_second_import_changes_nothing(town: Town) -> None:
    zone = await town.organisation()
    text = PEOPLE + "1;Maes;Lotte;nl;2024-01-01\n2;Benali;Yassine;fr;01/02/2024\n"
    assert sums(await take(town, zone, "people", text)) == (2, 0, 0, 0)
    assert sums(await take(town, zone, "people", text)) == (0, 0, 2, 0)
    assert await names(town, zone) == ["Benali", "Maes"]


async def test_a_line_that_differs_changes_the_person_with_its_number(town: Town) -> None:
    zone = await town.organisation()
    await take(town, zone, "people", PEOPLE + "1;Maes;Lotte;nl;2024-01-01\n")
    assert sums(await take(town, zone, "people", PEOPLE + "1;Maes-Aerts;Lotte;nl;2024-01-01\n")) == (
        0,
        1,
        0,
        0,
    )
    assert await names(town, zone) == ["Maes-Aerts"]


async def test_an_empty_cell_leaves_what_is_known(town: Town) -> None:
    zone = await town.organisation()
    head = "personnel_number;family_name;given_names;language;phone\n"
    await take(town, zone, "people", head + "1;Maes;Lotte;nl;0470 12 34 56\n")
    assert sums(await take(town, zone, "people", head + "1;Maes;Lotte;nl;\n")) == (0, 0, 1, 0)


async def test_one_bad_line_keeps_all_out_unless_told_to_keep_the_good_ones(town: Town) -> None:
    zone = await town.organisation()
    text = PEOPLE + "1;Maes;Lotte;nl;2024-01-01\n2;Benali;Yassine;it;2024-01-01\n"
    refused = await take(town, zone, "people", text)
    assert (refused.imported, await names(town, zone)) == (False, [])
    kept = await take(town, zone, "people", text, keep_good=True)
    assert (kept.imported, sums(kept), await names(town, zone)) == (True, (1, 0, 0, 1), ["Maes"])


async def test_a_dry_run_says_what_would_happen_and_writes_nothing(town: Town) -> None:
    zone = await town.organisation()
    report = await take(town, zone, "people", PEOPLE + "1;Maes;Lotte;nl;2024-01-01\n", dry_run=True)
    assert (sums(report), report.imported, await names(town, zone)) == ((1, 0, 0, 0), False, [])


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        (";Maes;Lotte;nl;2024-01-01", "personnel_number", "missing"),
        ("1 $;Maes;Lotte;nl;2024-01-01", "personnel_number", "bad_number"),
        ("1;;Lotte;nl;2024-01-01", "family_name", "missing"),
        ("1;12345;Lotte;nl;2024-01-01", "family_name", "bad_name"),
        ("1;Maes;Lotte;it;2024-01-01", "language", "bad_language"),
        ("1;Maes;Lotte;;2024-01-01", "language", "missing"),
        ("1;Maes;Lotte;nl;2024-02-30", "from", "bad_date"),
        ("1;Maes;Lotte;nl;31/04/2024", "from", "bad_date"),
        ("1;Maes;Lotte;nl;2024", "from", "bad_date"),
        ("1;Maes;Lotte;nl;45292", "from", "bad_date"),
        ("1;Maes;Lotte;nl", None, "cell_count"),
        ("1;Maes;Lotte;nl;2024-01-01;more", None, "cell_count"),
        ("1;Ma\x07es;Lotte;nl;2024-01-01", "family_name", "bad_character"),
        ("1;" + "x" * 2_001 + ";Lotte;nl;2024-01-01", "family_name", "too_long"),
        ('1;"Maes;Lotte;nl;2024-01-01', None, "quote_open"),
        ('1;"Ma"es;Lotte;nl;2024-01-01', None, "quote_open"),
    ],
)
async def test_a_bad_line_is_named_by_number_and_column(
    town: Town, line: str, column: str | None, code: str
) -> None:
    zone = await town.organisation()
    report = await take(town, zone, "people", PEOPLE + "7;Goed;Ann;nl;2024-01-01\n" + line + "\n")
    assert (told(report), report.imported) == ([(3, column, code)], False)


async def test_every_bad_line_and_cell_is_named_at_once(town: Town) -> None:
    zone = await town.organisation()
    text = PEOPLE + "1;Maes;Lotte;xx;30/02/2024\n\n2;;Yassine;nl;2024-01-01\n"
    assert told(await take(town, zone, "people", text)) == [
        (2, "language", "bad_language"),
        (2, "from", "bad_date"),
        (4, "family_name", "missing"),
    ]


async def test_a_record_over_two_lines_counts_by_its_first_and_those_after_it_rightly(town: Town) -> None:
    zone = await town.organisation()
    text = PEOPLE + '1;"Van\nLoon";Griet;nl;2024-01-01\n2;Maes;Lotte;nl;never\n'
    assert told(await take(town, zone, "people", text)) == [(4, "from", "bad_date")]


async def test_the_same_person_twice_is_bad_and_names_the_first_line(town: Town) -> None:
    zone = await town.organisation()
    line = "1;Maes;Lotte;nl;2024-01-01\n"
    report = await take(town, zone, "people", PEOPLE + line + line)
    assert told(report) == [(3, None, "twice")] and report.problems[0].params == {"line": 2}


async def test_a_period_that_ends_before_it_begins_is_bad(town: Town) -> None:
    zone = await town.organisation()
    text = (
        "personnel_number;family_name;given_names;language;from;to\n1;Maes;Lotte;nl;2024-05-01;2024-04-30\n"
    )
    assert told(await take(town, zone, "people", text)) == [(2, "to", "period_reversed")]


@pytest.mark.parametrize(
    ("content", "encoding", "separator"),
    [
        (
            "Personnel number;Family name;Given names;Language\n1;Peñalosa;José;fr\n".encode(),
            "utf-8",
            "semicolon",
        ),
        (codecs.BOM_UTF8 + b"stamnummer,naam,voornaam,taal\n1,Maes,Lotte,nl\n", "utf-8", "comma"),
        ("matricule;nom;prénom;langue\r\n1;Légér;Noël;fr\r\n".encode("latin-1"), "windows-1252", "semicolon"),
        ("Personalnummer\tNachname\tVorname\tSprache\n1\tGroß\tJörg\tde\n".encode("utf-16"), "utf-16", "tab"),
        (b'stamnummer,naam,voornaam,taal\n1,"Maes, barones",Lotte,nl\n', "utf-8", "comma"),
    ],
)
async def test_other_character_sets_separators_and_languages_are_understood_and_told(
    town: Town, content: bytes, encoding: str, separator: str
) -> None:
    report = await take(town, await town.organisation(), "people", content)
    assert (report.encoding, report.separator, sums(report)) == (encoding, separator, (1, 0, 0, 0))


async def test_letters_of_an_old_character_set_arrive_right(town: Town) -> None:
    zone = await town.organisation()
    await take(town, zone, "people", "matricule;nom;prénom;langue\n1;Légér;Noël;fr\n".encode("cp1252"))
    assert await names(town, zone) == ["Légér"]


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        (b"", [(1, None, "empty")]),
        (b"\n \n", [(1, None, "empty")]),
        (b"\x00\x00\x00", [(1, "1", "header_unknown")]),
        (b"family_name;given_names;language\n", [(1, None, "header_missing")]),
        (
            b"personnel_number;family_name;given_names;language;shoe size\n1;Maes;Lotte;nl;40\n",
            [(1, "shoe size", "header_unknown")],
        ),
        (
            b"personnel_number;family_name;given_names;language;taal\n1;Maes;Lotte;nl;nl\n",
            [(1, "language", "header_twice")],
        ),
    ],
)
async def test_a_file_without_a_good_header_is_refused_even_to_keep_the_good_lines(
    town: Town, content: bytes, problems: list[tuple[int, str | None, str]]
) -> None:
    report = await take(town, await town.organisation(), "people", content, keep_good=True)
    assert not report.imported
    assert [(line, code) for line, _, code in told(report)][: len(problems)] == [
        (line, code) for line, _, code in problems
    ]


async def test_units_may_stand_before_the_one_they_belong_to(town: Town) -> None:
    zone = await town.organisation()
    text = "code;kind;name_nl;parent\nNO-2;team;Noord 2;INT\nINT;service;Interventie;\n"
    assert sums(await take(town, zone, "units", text)) == (2, 0, 0, 0)
    assert sums(await take(town, zone, "units", text)) == (0, 0, 2, 0)
    async with town.platform.database.transaction(zone) as tx:
        units = {unit.code: unit for unit in await structure.units(tx)}
    assert units["NO-2"].parent_id == units["INT"].id


async def test_units_in_a_circle_or_under_an_unknown_one_are_bad(town: Town) -> None:
    zone = await town.organisation()
    text = "code;name_nl;parent\nA;A;B\nB;B;A\nC;C;Z\nD;;\n"
    assert told(await take(town, zone, "units", text)) == [
        (2, "parent", "unit_cycle"),
        (3, "parent", "unit_cycle"),
        (4, "parent", "unknown_unit"),
        (5, "name_nl", "missing"),
    ]


async def test_a_good_line_that_needs_a_bad_one_is_bad_too(town: Town) -> None:
    zone = await town.organisation()
    text = "code;kind;name_nl;parent\nINT;palace;Interventie;\nNO-2;team;Noord 2;INT\nWIJK;service;Wijk;\n"
    report = await take(town, zone, "units", text, keep_good=True)
    assert told(report) == [(2, "kind", "bad_kind"), (3, "parent", "unknown_unit")]
    assert sums(report) == (1, 0, 0, 2)


POSTS = "personnel_number;function;units;permissions;withdrawn;from;to\n"


async def staffed(town: Town) -> UUID:
    """A zone with the person 1 and the unit NO-2."""
    zone = await town.organisation()
    await take(town, zone, "people", PEOPLE + "1;Maes;Lotte;nl;2024-01-01\n")
    await take(town, zone, "units", "code;name_nl\nNO-2;Noord 2\n")
    return zone


async def test_posts_come_in_with_units_permissions_and_period(town: Town) -> None:
    zone = await staffed(town)
    text = POSTS + "1;officer;NO-2;fieldwork.visit;organisations.read;2024-01-01;\n"
    assert sums(await take(town, zone, "posts", text)) == (1, 0, 0, 0)
    assert sums(await take(town, zone, "posts", text)) == (0, 0, 1, 0)
    async with town.platform.database.transaction(zone) as tx:
        [post] = await people.posts(tx, at=clock.now())
        facts = await post_of(tx, post.id)
    assert facts is not None and len(facts.units) == 1 and facts.permissions == {"fieldwork.visit"}


async def test_the_last_day_of_an_imported_post_still_counts_and_the_next_does_not(town: Town) -> None:
    zone = await staffed(town)
    await take(town, zone, "posts", POSTS + "1;officer;;;;2024-01-01;2024-06-30\n")
    async with town.platform.database.transaction(zone) as tx:
        [post] = await people.posts(tx)
    assert post.ends_at is not None
    assert post.ends_at.astimezone(clock.BRUSSELS).isoformat() == "2024-07-01T00:00:00+02:00"


async def test_an_import_that_ends_a_post_changes_it(town: Town) -> None:
    zone = await staffed(town)
    await take(town, zone, "posts", POSTS + "1;officer;NO-2;;;2024-01-01;\n")
    assert sums(await take(town, zone, "posts", POSTS + "1;officer;;;;2024-01-01;2024-02-01\n")) == (
        0,
        1,
        0,
        0,
    )


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        ("9;officer;;;;2024-01-01;", "personnel_number", "unknown_person"),
        ("1;pilot;;;;2024-01-01;", "function", "unknown_function"),
        ("1;officer;NO-9;;;2024-01-01;", "units", "unknown_unit"),
        ("1;officer;NO-2|NO-9;;;2024-01-01;", "units", "unknown_unit"),
        ("1;officer;;fieldwork.fly;;2024-01-01;", "permissions", "unknown_permission"),
        ("1;officer;;;fieldwork.fly;2024-01-01;", "withdrawn", "unknown_permission"),
        ("1;officer;;;;2024-05-01;2024-04-01", "to", "period_reversed"),
        ("1;officer;;;;2023-12-31;", "from", "person_away"),
    ],
)
async def test_a_post_that_points_to_nothing_is_bad(town: Town, line: str, column: str, code: str) -> None:
    report = await take(town, await staffed(town), "posts", POSTS + line + "\n")
    assert told(report) == [(2, column, code)]


async def test_organisations_come_in_for_whoever_governs(town: Town) -> None:
    text = (
        "kind;code;name_nl;name_fr;languages;from;to\n"
        "zone;5701;PZ Een;;nl;2024-01-01;\nmunicipality;99931;Dorp;Village;nl|fr;2024-01-01;2025-12-31\n"
    )
    assert sums(await take(town, town.governing, "organisations", text)) == (2, 0, 0, 0)
    zone_again = text.splitlines()[0] + "\n" + text.splitlines()[1] + "\n"
    assert sums(await take(town, town.governing, "organisations", zone_again)) == (0, 0, 1, 0)
    with pytest.raises(errors.NotGoverning):
        await take(town, await town.organisation(), "organisations", text)


async def test_bad_organisations_are_named(town: Town) -> None:
    text = (
        "kind;code;name_nl;from;to\nzone;57;PZ;2024-01-01;\nfort;X;F;;\n"
        "court;RB;;;\ncourt;RC;C;2024-02-01;2024-01-01\n"
    )
    assert told(await take(town, town.governing, "organisations", text)) == [
        (2, "code", "bad_code"),
        (3, "kind", "bad_kind"),
        (4, "name_nl", "missing"),
        (5, "to", "period_reversed"),
    ]


async def test_through_the_app_a_refused_file_comes_back_with_its_lines_in_ones_language(town: Town) -> None:
    zone = await town.organisation()
    chief = await town.someone(zone, function="zone_administrator")
    content = (PEOPLE + "1;Maes;Lotte;nl;gisteren\n").encode()
    with pytest.raises(errors.ImportRefused) as refused:
        await town.act(chief, import_action, subject="people", content=content)
    [problem] = refused.value.extra["report"].problems  # type: ignore[attr-defined]
    assert problem.message == "Dit is geen datum. Schrijf 2026-11-23 of 23/11/2026."
    checked = await town.read(chief, check_file, subject="people", content=content)
    assert [one.line for one in checked.problems] == [2]


@pytest.mark.parametrize("subject", ["organisations", "units", "people", "posts"])
async def test_a_list_changes_nothing_that_its_importer_may_not_change(town: Town, subject: Subject) -> None:
    clerk = await town.someone(await town.organisation(), "organisations.import")
    for door in (
        town.act(clerk, import_action, subject=subject, content=b""),
        town.read(clerk, check_file, subject=subject, content=b""),
    ):
        with pytest.raises(NotPermitted):
            await door
    assert await town.logged(clerk.organisation_id) == ["gate.Refused"] * 2


async def test_through_the_app_an_import_is_in_the_log(town: Town) -> None:
    zone = await town.organisation()
    chief = await town.someone(zone, function="zone_administrator")
    content = (PEOPLE + "1;Maes;Lotte;nl;2024-01-01\n").encode()
    event = await town.act(chief, import_action, subject="people", content=content)
    assert (event["new"], event["encoding"]) == (1, "utf-8")
    assert "organisations.FileImported" in await town.logged(zone)


async def test_the_operators_import_tells_every_bad_line_and_is_logged_when_it_wrote(
    town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    zone = await town.organisation(code="5601")
    file = tmp_path / "people.csv"
    file.write_text(PEOPLE + "1;Maes;Lotte;nl;2024-01-01\n2;Benali;Yassine;nl;soon\n", "utf-8")
    assert await import_command(town.platform, kind="people", file=file, organisation="5601") == 1
    said = capsys.readouterr().out
    assert "line 3, column from: This is no date." in said and "nothing imported" in said
    assert await town.logged(zone) == []
    status = await import_command(
        town.platform, kind="people", file=file, organisation="5601", keep_good=True
    )
    assert status == 1 and await town.logged(zone) == ["organisations.FileImported"]
    assert await import_command(town.platform, kind="people", file=file, organisation="0000") == 2


async def test_two_thousand_people_with_posts_come_in_within_seconds(town: Town) -> None:
    zone = await town.organisation()
    numbers = range(2_000)
    text = PEOPLE + "".join(f"{number};Naam{number}x;Ann;nl;2024-01-01\n" for number in numbers)
    assert (await take(town, zone, "people", text)).new == 2_000
    posts = POSTS + "".join(f"{number};officer;;;;{LONG_AGO.replace(year=2024)};\n" for number in numbers)
    assert (await take(town, zone, "posts", posts)).new == 2_000
