"""`case_module`: a module from a case type."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Final

import msgspec

from focus.core.registry import Synced
from focus.kit.compiling import Compiled, compile_case
from focus.kit.declaring.case import CaseType
from focus.kit.faults import BadDeclaration
from focus.kit.keeping.kinds import CaseKind, CaseModule, Holder, buckets_of
from focus.kit.keeping.records import Case
from focus.kit.manifest import manifest
from focus.kit.planning import plan
from focus.kit.running.actions import actions_of
from focus.kit.running.views import declaration_of, views_of

OFFLINE: Final = timedelta(hours=72)
VERBS: Final = ("read", "act", "desk")
_HOLDERS: Final[dict[str, tuple[Holder, ...]]] = {
    "ward": ("person", "ward"),
    "team": ("person", "unit"),
    "hand": ("person", "unit"),
    "round_robin": ("person", "unit"),
}
_PERMISSIONS: Final = {
    "nl": ("{}: inkijken", "{}: bewerken", "{}: toewijzen"),
    "fr": ("{} : consulter", "{} : traiter", "{} : attribuer"),
    "de": ("{}: einsehen", "{}: bearbeiten", "{}: zuweisen"),
    "en": ("{}: read", "{}: work on", "{}: give out"),
}


def case_module(
    case: CaseType,
    *,
    file: str,
    name: str = "",
    icon: str = "file",
    letter: str = "",
    holders: tuple[Holder, ...] = (),
    offline: timedelta = OFFLINE,
) -> CaseModule:
    """The module of a case type.

    `file` is that of the declaration (`__file__`), for the lines of its faults. `name` is the module's, else
    the case type's; `letter` stands before the numbers of cases, else the name's first. `holders`: whose
    phones hold a case: of the person, the unit, the ward it is given to; else what fits how it is given out.

    A declaration with faults yields a module that says them and does not run; nothing is raised.
    """
    called = name or case.name
    try:
        compiled = compile_case(case, Path(file))
    except BadDeclaration as bad:
        return CaseModule(name=called, icon=icon, faults=tuple(map(str, bad.faults)))
    return _module(_kind(compiled, called, letter or called[0].upper(), holders, offline), icon)


def _module(kind: CaseKind, icon: str) -> CaseModule:
    return CaseModule(
        name=kind.module,
        icon=icon,
        requires=("kit", "organisations", "sync"),
        permissions=tuple(kind.permission(verb) for verb in VERBS),
        actions=actions_of(kind),
        views=views_of(kind),
        routes=(declaration_of(kind),),
        synced=(kind.synced,),
        menu=True,
        words=_words(kind.case, kind.module),
        kind=kind,
    )


def _kind(
    compiled: Compiled, name: str, letter: str, holders: tuple[Holder, ...], offline: timedelta
) -> CaseKind:
    case = compiled.case
    held_by = holders or _HOLDERS[case.assign.how]
    told = manifest(compiled)
    return CaseKind(
        module=name,
        case=case,
        plan=plan(compiled),
        letter=letter,
        synced=Synced(
            f"{name}.case",
            Case,
            buckets=lambda one: buckets_of(one, held_by),
            needs=f"{name}.read",
            offline=offline,
        ),
        manifest=msgspec.json.encode(told),
        digest=told["digest"],
    )


def _words(case: CaseType, name: str) -> dict[str, dict[str, str]]:
    """Its title and the texts of its permissions, by language."""
    return {
        language: {
            f"{name}-title": getattr(case.label, language),
            **{
                f"{name}-permission-{verb}": form.format(getattr(case.label, language))
                for verb, form in zip(VERBS, forms, strict=True)
            },
        }
        for language, forms in _PERMISSIONS.items()
    }
