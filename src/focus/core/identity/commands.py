"""`focus identity`: the operator lets somebody enrol, such as the second administrator of an organisation."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from focus.core.identity import enrolment, posts
from focus.core.identity.identity import event
from focus.core.identity.settings import IdentitySettings
from focus.core.organisations.public import settings_of

if TYPE_CHECKING:
    from focus.core.gate import Platform

OPERATOR: Final = UUID(int=0)
_PERSON: Final = """
select id from organisations.person
where organisation_id = focus.must_scope() and personnel_number = $1
"""


async def issue_code(platform: Platform, arguments: Namespace) -> int:
    """Print a code; 1 where there is no such organisation or person. No second person is asked."""
    async with platform.database.unscoped(readonly=True) as tx:
        organisation = await posts.organisation_with_code(tx, arguments.organisation)
    if organisation is None:
        print(f"there is no organisation {arguments.organisation}", file=sys.stderr)  # noqa: T201
        return 1
    async with platform.database.transaction(organisation) as tx:
        person = await tx.fetchval(_PERSON, arguments.personnel_number)
        facts = await posts.any_post(tx, person, organisation=organisation) if person else None
        if facts is None:
            who = arguments.personnel_number
            print(f"nobody with a post has the personnel number {who}", file=sys.stderr)  # noqa: T201
            return 1
        limits = await settings_of(tx, "identity", IdentitySettings)
        issued = await enrolment.issue(tx, person=person, by=OPERATOR, seconds=limits.code_s)
        logged = event(
            "CodeIssued", organisation, person=None, to=str(person), id=str(issued.id), by="operator"
        )
        await platform.log.append(tx, logged)
    print(issued.code)  # noqa: T201
    return 0
