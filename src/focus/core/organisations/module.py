"""The declaration of organisations."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from focus.core.feed import ward_bucket
from focus.core.gate import Platform
from focus.core.organisations import views
from focus.core.organisations.actions import government, importing, modules, people, sharing, structure
from focus.core.organisations.switchboard import Switchboard
from focus.core.registry import Job, Module

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Principal


async def start(platform: Platform) -> None:
    """Give the gate its answer to which modules are on."""
    platform.gate.switches = Switchboard(platform)


async def wards_of(tx: Transaction, principal: Principal) -> list[str]:
    """What concerns a ward concerns those who hold it now."""
    rows = await tx.fetch("select ward_id from organisations.post_ward where post_id = $1", principal.post_id)
    return [ward_bucket(row["ward_id"]) for row in rows]


module = Module(
    name="organisations",
    icon="building",
    permissions=(
        "organisations.read",
        "organisations.manage",
        "organisations.people",
        "organisations.rights",
        "organisations.share",
        "organisations.switch",
        "organisations.import",
        "organisations.govern",
    ),
    actions=(
        government.found_organisation,
        government.rename_organisation,
        government.close_organisation,
        government.merge_organisations,
        government.split_organisation,
        structure.create_unit,
        structure.edit_unit,
        structure.close_unit,
        structure.create_ward,
        structure.edit_ward,
        structure.close_ward,
        structure.create_function,
        structure.edit_function,
        people.add_person,
        people.edit_person,
        people.close_person,
        people.create_post,
        people.edit_post,
        people.end_post,
        sharing.give_grant,
        sharing.revoke_grant,
        modules.switch_module_on,
        modules.switch_module_off,
        modules.change_setting,
        importing.import_file,
    ),
    views=(
        views.organisation,
        views.directory,
        views.units,
        views.wards,
        views.wards_at,
        views.functions,
        views.people,
        views.posts,
        views.grants,
        views.modules,
        importing.check_file,
    ),
    jobs=(Job("focus.core.organisations.retention:erase_due", every=timedelta(hours=1)),),
    buckets=(wards_of,),
    always_on=True,
    start=start,
)
