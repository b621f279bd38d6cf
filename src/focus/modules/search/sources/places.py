"""Where sources are that speak SOAP or LDAP, and what must hold of their files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from focus.modules.search.sources.checking import Fault


class Soap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A WSDL beside the source's file; nothing is ever fetched."""

    wsdl: str
    address: str = ""
    """In place of the one in the WSDL."""
    service: str = ""
    port: str = ""
    """Both only where the WSDL has several."""
    headers: dict[str, str] = {}


class Ldap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A directory and the part of it that is searched."""

    url: str
    base: str
    scope: Literal["base", "one", "subtree"] = "subtree"
    starttls: bool = False
    bind: str = ""
    """A distinguished name; nobody without."""
    password: str = ""
    most: int = 100
    """Entries of an answer; more is a failure."""


def faults_of_soap(soap: Soap) -> Iterator[Fault]:
    """Of `[soap]` alone; the WSDL itself is read where its folder is known."""
    if soap.address and not re.match(r"https?://|\$\{", soap.address):
        yield Fault("soap.address", f'"{soap.address}" is no address: http://… or https://…')


def faults_of_ldap(ldap: Ldap) -> Iterator[Fault]:
    """Of `[ldap]` alone."""
    if not re.match(r"ldaps?://|\$\{", ldap.url):
        yield Fault("ldap.url", f'"{ldap.url}" is no address: ldap://… or ldaps://…')
    if ldap.starttls and ldap.url.startswith("ldaps:"):
        yield Fault("ldap.starttls", "ldaps is encrypted from the first byte")
    if ldap.bind and "${" not in ldap.password:
        yield Fault("ldap.password", 'must name a secret: "${secret:NAME}"')
    if ldap.password and not ldap.bind:
        yield Fault("ldap.bind", "is missing; whose password is it?")
    if not 1 <= ldap.most <= 1_000:
        yield Fault("ldap.most", f"{ldap.most} is not between 1 and 1000")
