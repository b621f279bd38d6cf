"""The rest of what a declaration gives: the manifest, upgrades, deadlines, texts."""

from __future__ import annotations

import ast
import json
import re
from base64 import b64decode
from pathlib import Path
from typing import Any

import msgspec
import pytest
from google.protobuf import descriptor_pb2

import focus.kit
from focus.core.texts import LANGUAGES, keys_of
from focus.kit import CaseType, Check, Date, Group, Keep, Label, Step, Text, t
from focus.kit.codes import CODES, text_key
from focus.kit.compiling import compile_case
from focus.kit.manifest import manifest
from focus.kit.moving import warned
from focus.kit.opening import moves_of, opened
from focus.kit.upgrading import NewerVersion, upgraded
from focus.kit.validating import validate
from tests.kit.cases import CASES, circumstances, plan_of, planned

PACKAGE = Path(focus.kit.__file__).parent
WORD = t("a", "b", "c", "d")


def told(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(manifest(planned(name).compiled)))
    return found


@pytest.mark.parametrize("name", CASES)
def test_the_manifest_names_every_label_in_four_languages(name: str) -> None:
    def labels(value: Any) -> list[dict[str, str]]:
        if isinstance(value, dict):
            here = [value] if set(value) == {"nl", "fr", "de", "en"} else []
            return here + [one for item in value.values() for one in labels(item)]
        return [one for item in value for one in labels(item)] if isinstance(value, list) else []

    def declared(value: Any) -> int:
        if isinstance(value, Label):
            return 1
        if isinstance(value, dict):
            return sum(map(declared, value.values()))
        if isinstance(value, list | tuple):
            return sum(map(declared, value))
        fields = value.__struct_fields__ if isinstance(value, msgspec.Struct) else ()
        return sum(declared(getattr(value, field)) for field in fields)

    assert len(labels(told(name))) == declared(CASES[name])


def test_the_manifest_carries_rules_as_trees_with_what_they_read() -> None:
    rules = told("residence_like")["rules"]
    assert rules["visits.part:computed"]["group"] == "visits"
    assert rules["visits.part:computed"]["row_reads"] == ["at"]
    assert rules["next_part:computed"]["reads"] == ["visits"]
    assert rules["steps.asked.propose:when"]["cel"].startswith("size(this.visits)")
    assert len(rules) == 19
    assert all(len(b64decode(rule["ast"])) < 1500 for rule in rules.values())


def test_the_schema_is_a_set_of_files_with_the_record_and_its_groups() -> None:
    found = told("residence_like")
    files = descriptor_pb2.FileDescriptorSet.FromString(b64decode(found["schema"]))
    messages = {f"{file.package}.{one.name}" for file in files.file for one in file.message_type}
    assert {found["message"], *found["groups"].values(), "google.protobuf.Timestamp"} <= messages


def test_what_is_the_servers_alone_is_not_told() -> None:
    assert not {"keep", "matches", "upgrades"} & set(told("found_bicycle"))


def test_the_digest_changes_with_a_label_and_is_otherwise_the_same() -> None:
    case = CASES["found_bicycle"]
    other = msgspec.structs.replace(case, label=WORD)
    digest = manifest(compile_case(case))["digest"]
    assert manifest(compile_case(case))["digest"] == digest
    assert manifest(compile_case(other))["digest"] != digest


def test_old_records_are_upgraded_step_by_step() -> None:
    old = {"proposal": "negative", "member": {"family_name": "Claes"}}
    case = CASES["residence_like"]
    new = upgraded(case, old, 1)
    assert new["advice"] == "negative"
    assert new["members"][0]["person"] == {"family_name": "Claes"}
    assert old == {"proposal": "negative", "member": {"family_name": "Claes"}}
    assert "proposal" in upgraded(case, old, 2)
    with pytest.raises(NewerVersion):
        upgraded(case, {}, 4)


def test_warnings_count_the_deadlines_own_kind_of_days() -> None:
    assert warned("2026-11-13", 3, "working_days") == "2026-11-09"
    assert warned("2026-11-13", 3, "months") == "2026-11-10"


def test_another_organisation_sees_what_is_opened_for_the_step_and_no_more() -> None:
    case = CASES["residence_like"]
    visit = {"id": "v1", "at": "2026-11-03T19:00:00Z", "outcome": "absent", "note": "hond"}
    data = {"asked_on": "2026-11-02", "advice": "negative", "visits": [visit], "members": [{"id": "m1"}]}
    assert opened(case, "municipality", "asked", data) == {"asked_on": "2026-11-02"}
    assert opened(case, "municipality", "proposed", data) == {
        "asked_on": "2026-11-02",
        "advice": "negative",
        "visits": [{"id": "v1", "at": "2026-11-03T19:00:00Z"}],
    }
    assert opened(case, "prosecutor", "proposed", data) is None
    assert opened(CASES["found_bicycle"], "municipality", "stored", data) is None


def test_another_organisation_has_its_own_moves_alone() -> None:
    case = CASES["residence_like"]
    assert moves_of(case, "municipality", "proposed") == ["decide", "ask_more"]
    assert moves_of(case, "municipality", "asked") == []
    assert moves_of(case, "prosecutor", "proposed") == []


def test_the_name_of_an_unknown_field_is_shown_only_if_it_could_be_one() -> None:
    strange = {"a" * 41: 1, "\ud800": 1, "<b>": 1, "colour_": 1, "owner": {"family_name": "A", "<i>": 1}}
    found = validate(planned("found_bicycle"), strange, circumstances()).faults
    assert [path for path, code in found if code == "unknown"] == ["", "", "", "colour_", "owner"]


def test_rules_of_a_row_see_the_fields_above_the_group_and_their_own_row() -> None:
    case = CaseType(
        WORD,
        name="rows",
        fields={
            "from_day": Date(WORD, required=True),
            "rows": Group(
                WORD,
                fields={
                    "day": Date(WORD, required=True),
                    "late": Text(WORD, shown_if="row.day > days_after(this.from_day, 2)", required=True),
                },
            ),
            "last": Text(WORD, shown_if="this.rows.exists(r, r.late != '')"),
        },
        checks=[Check(that="row.late == '' || this.last != ''", at="rows.late", because=WORD)],
        steps={"open": Step(WORD)},
        keep=Keep(count=1, unit="days", after=["open"]),
    )
    rows = [
        {"id": f"00000000-0000-4000-8000-00000000000{number}", "day": day, "late": "x"}
        for number, day in enumerate(["2026-01-03", "2026-01-04", "2026-01-05"])
    ]
    found = validate(plan_of(case), {"from_day": "2026-01-01", "rows": rows}, circumstances())
    assert ["late" in row for row in found.data["rows"]] == [False, True, True]
    assert found.faults == [("rows[1].late", "check0"), ("rows[2].late", "check0")]
    assert found.hidden == {"rows[0].late"}


def test_every_code_has_a_text_in_four_languages_and_every_text_a_code() -> None:
    for language in LANGUAGES:
        keys = keys_of(PACKAGE / "texts" / f"{language}.ftl")
        assert {key for key in keys if key.startswith("kit-fault-")} == {text_key(code) for code in CODES}


def test_every_code_in_the_source_is_known() -> None:
    found: set[str] = set()
    for name in ("values", "composites", "cleaning", "validating", "moving"):
        source = (PACKAGE / f"{name}.py").read_text("utf-8")
        found |= set(re.findall(r'Wrong\("(\w+)"', source))
        found |= set(re.findall(r'fault\([^)]*, "(\w+)"\)', source))
        found |= set(re.findall(r'\("[^"()]*", "(\w+)"\)\]', source))
    assert {"required", "guard", "entry_gone", "too_long"} <= found
    assert found <= CODES


def test_what_an_author_imports_brings_nothing_heavy() -> None:
    for file in [PACKAGE / "__init__.py", *(PACKAGE / "declaring").glob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert node.module in {"__future__", "collections.abc", "typing"} or (
                    node.module or ""
                ).startswith("focus.kit.declaring")
