"""What may be refused about reinforcements."""

from __future__ import annotations

from focus.core.errors import NotFound, Problem


class ReinforcementUnknown(NotFound):
    """No such reinforcement, neither received nor given."""

    code = "reinforcement.unknown"


class CrewUnknown(NotFound):
    """No such crew on duty of an organisation that lends its people to this one."""

    code = "reinforcement.crew_unknown"


class CrewHelpsAlready(Problem):
    """The crew, or somebody of it, helps here already."""

    code = "reinforcement.crew_helps_already"
    status = 409


class ReinforcementKnown(Problem):
    """There is a reinforcement of this id."""

    code = "reinforcement.known"
    status = 409


class ReinforcementOver(Problem):
    """It has ended."""

    code = "reinforcement.over"
    status = 409
