"""What the operator may say about TAK."""

from __future__ import annotations

from pathlib import Path

import pytest

from focus.core.gate import Settings
from focus.modules.tak.settings import check


def settings(**variables: str) -> Settings:
    return Settings(home=Path("var"), origin="http://localhost", variables=variables)


@pytest.mark.parametrize(
    "variables",
    [{}, {"FOCUS_TAK_LISTEN": "0.0.0.0:8089"}, {"FOCUS_TAK_PLAIN": "5999@127.0.0.1:8087"}],
)
def test_what_is_right_is_taken(variables: dict[str, str]) -> None:
    check(settings(**variables))


@pytest.mark.parametrize(
    "variables",
    [
        {"FOCUS_TAK_LISTEN": "8089"},
        {"FOCUS_TAK_LISTEN": "0.0.0.0:port"},
        {"FOCUS_TAK_PLAIN": "5999@0.0.0.0:8087"},
        {"FOCUS_TAK_PLAIN": "127.0.0.1:8087"},
    ],
)
def test_without_tls_only_on_loopback_and_what_is_no_address_is_told(variables: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="PORT"):
        check(settings(**variables))
