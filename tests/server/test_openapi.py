"""The OpenAPI document: whole, resolvable, and saying what the registry says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from focus.core.registry.registry import Registry, discover, method_of, path_of
from focus.server.openapi import document, documents
from tests.support.station import small_registry

METHODS = {"get", "post", "put", "patch", "delete"}


@pytest.fixture(scope="module", params=["small", "installed"])
def registry(request: pytest.FixtureRequest) -> Registry:
    return small_registry() if request.param == "small" else discover()


@pytest.fixture(scope="module")
def api(registry: Registry) -> dict[str, Any]:
    """As the app's build reads it: through JSON."""
    found: dict[str, Any] = json.loads(json.dumps(document(registry, version="1.2.3")))
    return found


def operations(api: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in api["paths"].items():
        for method, entry in item.items():
            yield path, method, entry


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "$ref":
                yield value
            elif key == "mapping":
                yield from value.values()
            else:
                yield from references(value)
    elif isinstance(part, list):
        for value in part:
            yield from references(value)


def test_the_head_is_that_of_openapi_3_1(api: dict[str, Any]) -> None:
    assert (api["openapi"], api["info"]) == ("3.1.0", {"title": "FOCUS", "version": "1.2.3"})
    assert set(api) == {"openapi", "info", "paths", "components"}


def test_every_operation_and_route_of_the_registry_stands_in_it(
    registry: Registry, api: dict[str, Any]
) -> None:
    expected = set()
    for module in registry:
        expected |= {(path_of(module, o), method_of(o).lower()) for o in (*module.actions, *module.views)}
        expected |= {(re.sub(r":\w+}", "}", r.path), r.method.lower()) for r in module.routes}
    assert {(path, method) for path, method, _ in operations(api)} == expected


def test_without_demo_the_routes_of_the_demo_are_left_out(registry: Registry) -> None:
    paths = document(registry, version="1", demo=False)["paths"]
    demo = {r.path for module in registry for r in module.routes if r.only_demo}
    assert demo and not demo & set(paths)


def test_every_reference_leads_to_something(api: dict[str, Any]) -> None:
    for reference in references(api):
        assert reference.startswith("#/components/schemas/")
        assert reference.removeprefix("#/components/schemas/") in api["components"]["schemas"]


def test_every_schema_is_used(api: dict[str, Any]) -> None:
    used = {reference.rpartition("/")[2] for reference in references(api)}
    settings = {name for name in api["components"]["schemas"] if name.endswith("Settings")}
    assert set(api["components"]["schemas"]) - used - settings == set()


def test_names_of_schemas_can_stand_in_a_reference(api: dict[str, Any]) -> None:
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+", name) for name in api["components"]["schemas"])


def test_operation_ids_are_unique(api: dict[str, Any]) -> None:
    ids = [entry["operationId"] for _, _, entry in operations(api)]
    assert sorted(ids) == sorted(set(ids))


def test_every_operation_has_a_summary_an_answer_and_a_problem(api: dict[str, Any]) -> None:
    for path, method, entry in operations(api):
        assert method in METHODS
        assert entry["summary"], f"{method} {path}"
        assert "default" in entry["responses"]
        assert any(status.startswith(("2", "3")) for status in entry["responses"])
        assert all(answer["description"] for answer in entry["responses"].values())


def test_path_parameters_are_those_of_the_path(api: dict[str, Any]) -> None:
    for path, _, entry in operations(api):
        declared = [p["name"] for p in entry.get("parameters", []) if p["in"] == "path"]
        assert re.findall(r"\{(\w+)\}", path) == declared


def test_every_parameter_has_a_schema_and_a_name_of_its_own(api: dict[str, Any]) -> None:
    for _, _, entry in operations(api):
        parameters = entry.get("parameters", [])
        assert len({(p["in"], p["name"]) for p in parameters}) == len(parameters)
        assert all(p["in"] in {"path", "query", "header"} and "schema" in p for p in parameters)


def test_get_has_no_body(api: dict[str, Any]) -> None:
    assert all("requestBody" not in entry for _, method, entry in operations(api) if method == "get")


def test_only_public_routes_go_without_proof(registry: Registry, api: dict[str, Any]) -> None:
    public = {re.sub(r":\w+}", "}", r.path) for module in registry for r in module.routes if r.public}
    for path, _, entry in operations(api):
        assert entry["security"] == ([] if path in public else [{"dpop": []}])


def test_security_schemes_are_declared(api: dict[str, Any]) -> None:
    assert api["components"]["securitySchemes"]["dpop"] == {"type": "http", "scheme": "DPoP"}


def test_the_permission_stands_beside_its_operation(registry: Registry, api: dict[str, Any]) -> None:
    for module in registry:
        for operation in (*module.actions, *module.views):
            entry = api["paths"][path_of(module, operation)][method_of(operation).lower()]
            assert entry["x-permission"] == operation.needs


def test_the_document_is_the_same_each_time(registry: Registry) -> None:
    first, second = (json.dumps(document(registry, version="1")) for _ in range(2))
    assert first == second


def test_each_module_has_a_document_of_its_own(registry: Registry, api: dict[str, Any]) -> None:
    parts = documents(registry, version="1.2.3")

    assert {path for part in parts.values() for path in part["paths"]} == set(api["paths"])
    for name, part in parts.items():
        assert {entry["tags"][0] for _, _, entry in operations(part)} == {name}
        names = {reference.rsplit("/", 1)[1] for reference in references(part)}
        assert names <= set(part["components"]["schemas"])


def test_a_name_of_one_module_is_not_changed_by_another() -> None:
    """Two structs of a name stand in the whole document by their packages, in their own by the name."""
    parts = documents(discover(), version="1.2.3")

    assert not [name for part in parts.values() for name in part["components"]["schemas"] if "focus." in name]
