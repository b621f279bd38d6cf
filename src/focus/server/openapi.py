"""The OpenAPI document, made from the declarations: the app's types are generated from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin

import msgspec

from focus.core.registry.declarations import Action, Module, Operation, Route, View
from focus.core.registry.registry import Registry, method_of, path_of
from focus.server.problems import ProblemDetails

EMPTY = frozenset({204, 304})
"""Statuses of answers that never have a body."""
REF = "#/components/schemas/{name}"


def documents(registry: Registry, *, version: str) -> dict[str, dict[str, Any]]:
    """One document for each module that has an API: a name in one changes nothing in another."""
    found = {module.name: document((module,), version=version) for module in registry}
    return {name: api for name, api in found.items() if api["paths"]}


def document(modules: Iterable[Module], *, version: str, demo: bool = True) -> dict[str, Any]:
    """The API of some modules as OpenAPI 3.1; `demo` includes the routes that exist only in demo mode."""
    modules = tuple(modules)
    kinds = list({_key(kind): kind for kind in _types(modules)}.values())
    parts = list({_key(part): part for kind in kinds for part in _parts(kind)}.values())
    schemas, components = msgspec.json.schema_components(parts, ref_template=REF)
    by_part = dict(zip(map(_key, parts), schemas, strict=True))
    by_type = {_key(kind): _any_of([by_part[_key(part)] for part in _parts(kind)]) for kind in kinds}
    paths: dict[str, dict[str, Any]] = {}
    for module in modules:
        for operation in (*module.actions, *module.views):
            item = paths.setdefault(path_of(module, operation), {})
            item[method_of(operation).lower()] = _operation(module, operation, by_type)
        for route in module.routes:
            if demo or not route.only_demo:
                path = re.sub(r"\{(\w+):\w+\}", r"{\1}", route.path)
                paths.setdefault(path, {})[route.method.lower()] = _route(module, route, by_type)
    return {
        "openapi": "3.1.0",
        "info": {"title": "FOCUS", "version": version},
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": dict(sorted(components.items())),
            "securitySchemes": {"dpop": {"type": "http", "scheme": "DPoP"}},
        },
    }


def _types(modules: Iterable[Module]) -> Iterator[Any]:
    yield ProblemDetails
    for module in modules:
        for operation in (*module.actions, *module.views):
            yield operation.answer
            if method_of(operation) == "GET":
                yield from (field.type for field in msgspec.structs.fields(operation.parameters))
            else:
                yield operation.parameters
        for route in module.routes:
            yield from (kind for kind in (route.body, route.answer, route.lines) if kind is not None)
        if module.settings is not None:
            yield module.settings


def _parts(kind: Any) -> tuple[Any, ...]:
    """The members of a union, which msgspec encodes but does not describe when they carry no tag."""
    return get_args(kind) if get_origin(kind) in {Union, UnionType} else (kind,)


def _any_of(schemas: list[Any]) -> Any:
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


def _key(kind: Any) -> str:
    return f"{id(kind)}" if isinstance(kind, type) else repr(kind)


def _operation(module: Module, operation: Operation, by_type: dict[str, Any]) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "operationId": f"{module.name}.{operation.name}",
        "tags": [module.name],
        "summary": operation.summary,
        "description": operation.description,
        "x-permission": operation.needs,
        "responses": _answers(_json(by_type[_key(operation.answer)])),
        "security": [{"dpop": []}],
    }
    if isinstance(operation, View) and not operation.private:
        entry["parameters"] = list(_query(operation, by_type))
    else:
        entry["requestBody"] = {"required": True, "content": _json(by_type[_key(operation.parameters)])}
    if isinstance(operation, Action):
        entry["parameters"] = [
            {"name": "Focus-Command", "in": "header", "schema": {"type": "string", "format": "uuid"}}
        ]
    return entry


def _query(view: View, by_type: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for field in msgspec.structs.fields(view.parameters):
        yield {
            "name": field.encode_name,
            "in": "query",
            "required": field.required,
            "schema": by_type[_key(field.type)],
        }


def _route(module: Module, route: Route, by_type: dict[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = {}
    if route.lines is not None:
        content = {"application/x-ndjson": {"schema": by_type[_key(route.lines)]}}
    elif route.media_type != "application/json":
        content = {route.media_type: {"schema": {"type": "string", "format": "binary"}}}
    elif route.answer is not None:
        content = _json(by_type[_key(route.answer)])
    serve = getattr(route.serve, "__name__", "route")
    entry: dict[str, Any] = {
        "operationId": f"{module.name}.{serve}",
        "tags": [module.name],
        "summary": route.summary,
        "x-permission": route.needs,
        "responses": _answers(content, route.status, *route.also),
        "security": [] if route.public else [{"dpop": []}],
    }
    names = re.findall(r"\{(\w+):(\w+)\}", route.path)
    if names:
        entry["parameters"] = [
            {
                "name": name,
                "in": "path",
                "required": True,
                "schema": {"type": "string", **({"format": "uuid"} if kind == "uuid" else {})},
            }
            for name, kind in names
        ]
    if route.body is not None:
        entry["requestBody"] = {"required": True, "content": _json(by_type[_key(route.body)])}
    return entry


def _json(schema: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def _answers(content: dict[str, Any], *statuses: int) -> dict[str, Any]:
    """By status; those that have no body by their nature are said to have none."""
    problem = {"application/problem+json": {"schema": {"$ref": REF.format(name="ProblemDetails")}}}
    done = {"description": "Done", **({"content": content} if content else {})}
    bare = {"description": "Done, without a body"}
    return {
        **{str(status): bare if status in EMPTY else done for status in statuses or (200,)},
        "default": {"description": "A problem", "content": problem},
    }
