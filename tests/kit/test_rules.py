"""What a rule may be, and what is refused though a type checker would take it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kit.planting import reasons

ALLOWED = [
    r"this.which.matches('[0-9\\-]{2}(A|B)?')",
    "has(this.count) && this.count < 5",
    "!has(this.count) || this.count < 5",
    "has(this.count) ? this.count < 5 : true",
    "!(has(this.count) && has(this.price)) || double(this.count) < this.price",
    "!has(this.count) || !has(this.price) || double(this.count) < this.price",
    "this.rows.all(r, !has(r.made) || r.made < now)",
    "this.rows.filter(r, has(r.made)).all(s, s.made < now)",
    "this.rows.exists_one(r, r.day == today)",
    "this.rows.map(r, r.day).exists(d, d == today)",
    "this.on < '2026-12-31' && days_between(this.on, today) < 30",
    "!has(this.owner.birth_date) || age_on(this.owner.birth_date, today) >= 18",
    "this.colour in ['red', 'other', '']",
    "this.which.matches('[A-Z]{2}') || this.which.startsWith('a') || this.which.contains('b')",
    "size(this.which) > 2 && 'chief' in user.roles",
    "!has(this.at) || now - this.at > duration('36h')",
    "(has(this.late) ? this.late : today) >= this.on",
]

REFUSED = {
    "this.which == 'e\u0301'": "is not in NFC",
    "this.count < 5": "'this.count' may be empty: guard it, as in `has(this.count) && ...`",
    "this.count < 5 && has(this.count)": "'this.count' may be empty",
    "has(this.count) || this.count < 5": "'this.count' may be empty",
    "!has(this.count) && this.count < 5": "'this.count' may be empty",
    "has(this.count) ? true : this.count < 5": "'this.count' may be empty",
    "(has(this.count) || has(this.price)) && this.count < 5": "'this.count' may be empty",
    "this.at < now": "'this.at' may be empty",
    "this.late > today": "'this.late' may be empty",
    "age_on(this.owner.birth_date, today) > 3": "'this.owner.birth_date' may be empty",
    "has(this.owner) && age_on(this.owner.birth_date, today) > 3": "'this.owner.birth_date' may be empty",
    "this.rows.exists(r, r.made < now)": "'r.made' may be empty",
    "this.rows.exists(r, has(r.made)) && this.rows.exists(r, r.made < now)": "'r.made' may be empty",
    "this.rows.exists(r, has(r.made) && this.rows.exists(s, s.made < now))": "'s.made' may be empty",
    "this.rows[0].made < now": "'made' may be empty",
    "this.colour == 'rde'": "'rde' is no option of 'colour'; did you mean 'red'?",
    "'rde' != this.colour": "'rde' is no option of 'colour'",
    "this.colour in ['red', 'rde']": "'rde' is no option of 'colour'",
    "['red', 'rde'].exists(c, c == this.colour)": "'rde' is no option of 'colour'",
    "this.owner.sex == 'V'": "'V' is no option of 'sex'",
    "this.on == '2026-02-30'": "'2026-02-30' is no day",
    "this.on < '2026-02-30'": "texts have no order",
    "this.which < 'b'": "texts have no order",
    "days_after(this.which, 3) == today": "'days_after' takes a day, not just any text",
    "size(this.rows) / 2 == 1": "'/' may not stand in a rule",
    "size(this.rows) % 2 == 1": "'%' may not stand in a rule",
    "timestamp('2026-01-01T00:00:00Z') < now": "'timestamp' may not stand in a rule",
    "now.getHours() > 3": "'getHours' may not stand in a rule",
    "string(1) == '1'": "'string' may not stand in a rule",
    "int('1') == 1": "'int' takes a number",
    "this.which.matches(this.which)": "pattern: must be written out",
    "this.which.matches('(')": "pattern: ends too early",
    r"this.which.matches('a\\-b')": r"pattern: '\-' does not mean the same everywhere",
    "this.which.matches('.*')": "pattern: '.' may not stand there",
    "this.which.matches('(a+)+')": "pattern: a count on something that has counts or choices",
    "!has(this.at) || now - this.at > duration('x')": "'duration' takes a text",
    "{'a': 1}.size() == 1": "maps and messages may not be written",
    "this.owner == this.owner": "not whole things",
    "this.rows == this.rows": "not whole things",
    "this == this": "not whole things",
    "this.which == null": "does not go with",
    "b'a' == b'a'": "null, bytes and unsigned numbers",
    "this.rows.exists(today, today.note == '')": "'today' is taken",
    "this.which": "gives string, but bool is needed",
    "true" + " || true" * 300: "is longer than 2000 signs",
}


@pytest.mark.parametrize("rule", ALLOWED)
def test_a_rule_that_server_and_app_read_alike(tmp_path: Path, rule: str) -> None:
    assert reasons(tmp_path, rule) == []


@pytest.mark.parametrize("rule", REFUSED, ids=lambda rule: rule[:60])
def test_a_rule_that_is_refused(tmp_path: Path, rule: str) -> None:
    found = reasons(tmp_path, rule)
    assert any(REFUSED[rule] in reason for reason in found), found
