"""What the app gets of a case type: labels in four languages, and its rules as checked trees."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from typing import Any

import msgspec

from focus.kit.compiling import Compiled
from focus.kit.declaring.fields import Field, Group
from focus.kit.declaring.labels import Label
from focus.kit.rules.compiling import RULES_VERSION, Rule

_OF_THE_SERVER = ("upgrades", "keep", "matches")


def manifest(compiled: Compiled) -> dict[str, Any]:
    """As JSON has it. Parts that are empty are left out, but for `false` and 0 that differ from the default.

    `rules_version` is that of the language: an app that knows only less refuses the declaration. `digest`
    changes with anything in it.
    """
    case = compiled.case
    told: dict[str, Any] = {
        "name": case.name,
        "rules_version": RULES_VERSION,
        "message": compiled.schema.root,
        "groups": {
            name: compiled.schema.group(name)
            for name, field in case.fields.items()
            if isinstance(field, Group)
        },
        "schema": b64encode(compiled.schema.file).decode(),
    }
    for name in case.__struct_fields__:
        if name not in _OF_THE_SERVER:
            told.setdefault(name, _told(getattr(case, name)))
    told["rules"] = {place: _rule(rule) for place, rule in compiled.rules.items()}
    told["digest"] = hashlib.sha256(msgspec.json.encode(told, order="deterministic")).hexdigest()
    return told


def _rule(rule: Rule) -> dict[str, Any]:
    told: dict[str, Any] = {"cel": rule.cel, "ast": b64encode(rule.ast).decode(), "reads": sorted(rule.reads)}
    if rule.group:
        told |= {"group": rule.group, "row_reads": sorted(rule.row_reads)}
    return told


def _told(value: Any) -> Any:
    if isinstance(value, Label):
        return {language: getattr(value, language) for language in value.__struct_fields__}
    if isinstance(value, msgspec.Struct):
        kind = {"kind": value.kind} if isinstance(value, Field) else {}
        return kind | {
            name: _told(getattr(value, name))
            for name, default in _defaults(type(value)).items()
            if getattr(value, name) != default
        }
    if isinstance(value, dict):
        return {str(key): _told(item) for key, item in value.items()}
    return [_told(item) for item in value] if isinstance(value, list | tuple) else value


def _defaults(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Each field with its default; one without gets what no value equals."""
    return {
        field.name: field.default_factory() if callable(field.default_factory) else field.default
        for field in msgspec.structs.fields(kind)
    }
