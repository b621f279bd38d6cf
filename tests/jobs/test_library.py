"""What PgQueuer expects of its tables is what our migration makes."""

from __future__ import annotations

from pgqueuer.core.qm import QueueManager

from focus.core.database import Database, check_policies
from focus.core.jobs.driver import CHANNEL, Patient, names, queries_on


async def test_its_own_check_finds_everything(database: Database) -> None:
    await QueueManager(queries_on(Patient(database)), CHANNEL).verify_structure()


async def test_it_would_change_nothing_but_the_trigger_that_we_leave_out(database: Database) -> None:
    plan = await queries_on(Patient(database)).plan_upgrade()
    assert [step for step in plan.statements if "fn_pgqueuer_changed" not in step] == []


async def test_the_walls_between_organisations_stand(database: Database) -> None:
    await check_policies(database)


def test_no_variable_of_the_environment_changes_a_name() -> None:
    assert set(names().model_fields_set) >= set(type(names()).model_fields) - {"durability", "widen_id"}
