"""The standards' own schemas and examples, where they lie beside the project. They are no part of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

_ROOT = Path(__file__).parents[3]
_BESIDE = (_ROOT.parent, (_ROOT / ".venv").resolve().parent.parent)
FOLDER = next((folder for parent in _BESIDE if (folder := parent / "shared/standards").is_dir()), None)

needs_standards = pytest.mark.skipif(FOLDER is None, reason="no shared/standards beside the project")


def document(path: str) -> dict[str, Any]:
    """A JSON or YAML file of the standards."""
    assert FOLDER
    text = (FOLDER / path).read_text()
    return json.loads(text) if path.endswith("json") else yaml.safe_load(text)


def ucri_schema(app: str, name: str) -> dict[str, Any]:
    """The schema of an app's message."""
    return document(f"ucri2/{app}-1.0-{name}.schema.json")
