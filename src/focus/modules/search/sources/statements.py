"""SQL statements with `:fact` in them, as asyncpg wants them."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"(?P<skip>'(?:[^']|'')*'|\"[^\"]*\"|--[^\n]*|/\*.*?\*/|::\s*\w+|\$(?P<tag>\w*)\$.*?\$(?P=tag)\$)"
    r"|:(?P<name>[a-z_]+)",
    re.DOTALL,
)


class StatementInvalid(ValueError):
    """Not one statement that reads."""


def compile_statement(text: str) -> tuple[str, tuple[str, ...]]:
    """(`… where plate = $1::text`, names of facts in order). Raises `StatementInvalid`."""
    names: list[str] = []

    def numbered(match: re.Match[str]) -> str:
        if match["skip"]:
            return match["skip"]
        if match["name"] not in names:
            names.append(match["name"])
        return f"${names.index(match['name']) + 1}::text"

    statement = _TOKEN.sub(numbered, text).strip().rstrip(";").strip()
    if not re.match(r"(select|with|table|values)\b", statement, re.IGNORECASE):
        raise StatementInvalid("must begin with select or with")
    bare = _TOKEN.sub(" ", text).strip().rstrip(";")
    if ";" in bare:
        raise StatementInvalid("is more than one statement")
    return statement, tuple(names)
