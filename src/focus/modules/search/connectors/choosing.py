"""Which connector a source's kind means. What only one kind needs is imported only for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from focus.modules.search.connectors.client import Client
from focus.modules.search.connectors.rest import RestClient, RestWay
from focus.modules.search.sources.config import Ask, SourceConfig
from focus.modules.search.sources.settings import Settings


def connector(config: SourceConfig, settings: Settings) -> tuple[Client[Any], Callable[[Ask], Any]]:
    """(client, what makes a way of asking of an `[[ask]]`). Raises `SettingMissing`, ValueError."""
    if config.sql:
        from focus.modules.search.connectors.sql import SqlClient, SqlWay

        return SqlClient(config, settings.fill(config.sql.dsn), settings), lambda ask: SqlWay(config, ask)
    if config.soap:
        from focus.modules.search.connectors.soap import SoapClient, SoapPlace, SoapWay

        place = SoapPlace(config, settings)
        return SoapClient(config, place, settings), lambda ask: SoapWay(place, ask)
    if config.ldap:
        from focus.modules.search.connectors.ldap import LdapClient, LdapWay

        return LdapClient(config, settings), lambda ask: LdapWay(config, ask)
    if config.rest and config.rest.entities:
        from focus.modules.search.connectors.yente_named import NamingClient

        return NamingClient(config, settings), lambda ask: RestWay(config, ask, settings)
    return RestClient(config, settings), lambda ask: RestWay(config, ask, settings)
