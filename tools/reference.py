"""Write docs/reference from the declarations: routes, permissions, settings, errors, and the environment.

`--check` changes nothing and fails when a page is stale.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

import focus
from focus.core.errors import Problem, text_key
from focus.core.gate import Settings
from focus.core.jobs.own import OWN, OWN_JOBS
from focus.core.registry import Job, Module
from focus.core.registry.operator import variable_of
from focus.core.registry.registry import Registry, discover, method_of, path_of, text_of
from focus.core.texts import Texts

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "reference"
NOTE = "<!-- Written by `make reference` from the declarations; change those. -->\n"


def main() -> None:
    """Write the pages, or compare them."""
    everything()
    registry = discover()
    texts = Texts(registry.text_folders)
    pages = {
        "README.md": index(registry),
        "routes.md": routes(registry),
        "permissions.md": permissions(registry, texts),
        "settings.md": settings(registry),
        "keeping.md": keeping(registry),
        "errors.md": errors(texts),
    }
    if "--check" in sys.argv:
        stale = [name for name, text in pages.items() if not _same(FOLDER / name, text)]
        sys.exit(f"docs/reference is stale: {', '.join(stale)}; run `make reference`" if stale else 0)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (FOLDER / name).write_text(text, "utf-8")


def _same(path: Path, text: str) -> bool:
    return path.exists() and path.read_text("utf-8") == text


def _page(title: str, *lines: str) -> str:
    return "\n".join([NOTE, f"# {title}", "", *lines, ""])


def index(registry: Registry) -> str:
    """The first page: modules in their order."""
    lines = [
        "[Routes](routes.md) · [permissions](permissions.md) · [settings](settings.md) · "
        "[by the clock, and how long it is kept](keeping.md) · [errors](errors.md)"
    ]
    lines += ["", "| module | requires | always on | permissions |", "|---|---|---|---|"]
    for module in registry:
        on = "yes" if module.always_on else "no"
        lines.append(f"| {module.name} | {', '.join(module.requires)} | {on} | {len(module.permissions)} |")
    return _page("Reference", *lines)


def routes(registry: Registry) -> str:
    """Every path, what it needs, what it does."""
    lines = ["| call | needs | what it does |", "|---|---|---|"]
    for module in registry:
        lines += [f"| `{call}` | {needs} | {what} |" for call, needs, what in sorted(_calls(module))]
    return _page("Routes", *lines)


def _calls(module: Module) -> Iterator[tuple[str, str, str]]:
    for operation in (*module.actions, *module.views):
        needs = f"`{operation.needs}`" if operation.needs else "signed in"
        step_up = " + step-up" if operation.step_up else ""
        yield f"{method_of(operation)} {path_of(module, operation)}", needs + step_up, operation.summary
    for route in module.routes:
        needs = "nothing" if route.public else f"`{route.needs}`" if route.needs else "signed in"
        needs += " (demo only)" if route.only_demo else ""
        yield f"{route.method} {route.path}", needs, route.summary


def permissions(registry: Registry, texts: Texts) -> str:
    """Every permission and what asks for it."""
    lines = ["| permission | what it allows | asked for by |", "|---|---|---|"]
    for module in registry:
        for permission in module.permissions:
            title = texts.get("en", text_of(permission))
            users = sorted(f"`{name}`" for name, needs in _used(registry) if needs == permission)
            lines.append(f"| `{permission}` | {title} | {', '.join(users)} |")
    return _page("Permissions", *lines)


def _used(registry: Registry) -> Iterator[tuple[str, str | None]]:
    for module in registry:
        for operation in (*module.actions, *module.views):
            yield f"{module.name}.{operation.name}", operation.needs
        for route in module.routes:
            yield f"{route.method} {route.path}", route.needs


def settings(registry: Registry) -> str:
    """The operator's environment and each module's settings per organisation."""
    lines = ["## The operator's, by environment", "", "| field | default | meaning |", "|---|---|---|"]
    lines += _fields(Settings)
    lines.append("")
    for module in registry:
        if module.operator is not None:
            lines += [
                f"## {module.name}, the operator's",
                "",
                "| variable | default | meaning |",
                "|---|---|---|",
            ]
            lines += [*_variables(module.name, module.operator), ""]
    for module in registry:
        if module.settings is None:
            continue
        lines += [
            f"## {module.name}, per organisation",
            "",
            "| setting | default | meaning |",
            "|---|---|---|",
        ]
        lines += [*_fields(module.settings), ""]
    return _page("Settings", *lines)


def keeping(registry: Registry) -> str:
    """What is done without a caller, and how long rows are kept."""
    lines = ["## Jobs", "", "| job | when | what it does |", "|---|---|---|"]
    jobs = [(module.name, job) for module in registry for job in module.jobs]
    for module, job in [*jobs, *((OWN, job) for job in OWN_JOBS)]:
        what = (inspect.getdoc(job.function) or "").split("\n", 1)[0]
        lines.append(f"| `{module}.{job.name}` | {_when(job)} | {what} |")
    lines += ["", "## Retention", "", "Older rows are erased each hour, organisation by organisation.", ""]
    lines += ["| table | from | kept | what |", "|---|---|---|---|"]
    for module in registry:
        for rule in module.retention:
            kept = f"{rule.days} days" if isinstance(rule.days, int) else f"setting `{rule.days}`"
            whose = "" if rule.scoped else " (of the installation)"
            lines.append(f"| `{rule.table}` | `{rule.column}` | {kept} | {rule.what}{whose} |")
    return _page("By the clock, and how long it is kept", *lines)


def _when(job: Job) -> str:
    if job.queue:
        return "when it is put"
    if job.at is not None:
        return f"at {job.at:%H:%M} in Brussels"
    return f"every {job.every}" + (", in each process" if job.per_process else "")


def _fields(struct: type[msgspec.Struct]) -> Iterator[str]:
    meanings = _meanings(struct)
    for field in msgspec.structs.fields(struct):
        default = "" if field.required else f"`{_default(field)}`"
        yield f"| `{field.name}` | {default} | {meanings.get(field.name, '')} |"


def _variables(module: str, struct: type[msgspec.Struct]) -> Iterator[str]:
    meanings = _meanings(struct)
    for field in msgspec.structs.fields(struct):
        default = "" if field.required else f"`{_default(field)}`"
        yield f"| `{variable_of(module, field)}` | {default} | {meanings.get(field.name, '')} |"


def _default(field: msgspec.structs.FieldInfo) -> object:
    if field.default is not msgspec.NODEFAULT:
        return field.default
    factory = field.default_factory
    return factory() if callable(factory) else ""


def _meanings(struct: type[msgspec.Struct]) -> dict[str, str]:
    """The string below each field of a class, which is where this project documents fields."""
    body = ast.parse(inspect.getsource(struct).lstrip()).body[0]
    assert isinstance(body, ast.ClassDef)
    found = {}
    for field, after in zip(body.body, body.body[1:], strict=False):
        named = isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if named and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            found[field.target.id] = " ".join(str(after.value.value).split())
    return found


def errors(texts: Texts) -> str:
    """Every coded failure with its status and its English text."""
    lines = ["| code | status | text |", "|---|---|---|"]
    found = {kind.code: kind for kind in _problems(Problem)}
    for code, kind in sorted(found.items()):
        lines.append(f"| `{code}` | {kind.status} | {texts.get('en', text_key(code))} |")
    return _page("Errors", *lines)


def everything() -> None:
    """Import the whole package, so that no coded failure is overlooked."""
    for found in pkgutil.walk_packages(focus.__path__, "focus."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)


def _problems(kind: type[Problem]) -> Iterator[type[Problem]]:
    if kind.__module__.partition(".")[0] == focus.__name__:
        yield kind
    for below in kind.__subclasses__():
        yield from _problems(below)


if __name__ == "__main__":
    main()
