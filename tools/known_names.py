"""Writes the lists of names in use, from the locales of Faker (MIT licence): facts, no text of theirs.

    uv run --with Faker --with anyascii --with . python tools/known_names.py

`known_given.txt` holds a name and its sex (m, f, b) a line, `known_family.txt` a name a line, both as
`focus.core.names.scripts.latin` writes them.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from focus.core.names.scripts import is_arabic, latin

LOCALES = (
    "nl_BE",
    "nl_NL",
    "fr_BE",
    "fr_FR",
    "fr_CH",
    "fr_QC",
    "fr_DZ",
    "de_DE",
    "de_AT",
    "de_CH",
    "de_LU",
    "en_GB",
    "en_IE",
    "en_US",
    "en_NG",
    "it_IT",
    "es_ES",
    "es_MX",
    "pt_PT",
    "pt_BR",
    "pl_PL",
    "ro_RO",
    "tr_TR",
    "az_AZ",
    "ru_RU",
    "uk_UA",
    "bg_BG",
    "el_GR",
    "hr_HR",
    "cs_CZ",
    "sk_SK",
    "sl_SI",
    "hu_HU",
    "lt_LT",
    "lv_LV",
    "et_EE",
    "sv_SE",
    "da_DK",
    "no_NO",
    "fi_FI",
    "ka_GE",
    "hy_AM",
    "yo_NG",
    "ig_NG",
    "ha_NG",
    "sw",
    "en_IN",
)
TARGET = Path(__file__).parents[1] / "src/focus/core/names/data"
PREFIXES = {"m": "first_names_male", "f": "first_names_female", "b": "first_names", "l": "last_names"}


def names(provider: type, prefix: str) -> set[str]:
    """The names of all lists of a provider whose name begins so, folded."""
    found: set[str] = set()
    for attribute in dir(provider):
        value = getattr(provider, attribute)
        if attribute.startswith(prefix) and isinstance(value, list | tuple | dict | set | frozenset):
            found.update(name for name in value if isinstance(name, str) and not is_arabic(name))
    return {folded for name in found if (folded := latin(name).strip()).replace(" ", "").isalpha()}


def gather() -> dict[str, set[str]]:
    """The names of all locales, by prefix key."""
    found: dict[str, set[str]] = {key: set() for key in PREFIXES}
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for key, prefix in PREFIXES.items():
            found[key] |= names(provider, prefix)
    return found


def main() -> int:
    """Write both files."""
    found = gather()
    sexes = dict.fromkeys(found["m"], "m")
    for name in found["f"]:
        sexes[name] = "b" if name in sexes else "f"
    given = [f"{name} {sex}" for name, sex in sorted(sexes.items()) if len(name) > 1 and " " not in name]
    family = sorted(name.replace(" ", "") for name in found["l"] if len(name) > 2)
    (TARGET / "known_given.txt").write_text("\n".join(given) + "\n")
    (TARGET / "known_family.txt").write_text("\n".join(dict.fromkeys(family)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
