"""What an organisation and the operator set about incidents."""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec

from focus.core.outside import Outside

Days = Annotated[int, msgspec.Meta(ge=1, le=36_500)]
Result = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z_]{0,39}$")]
LONGEST_TRACK_DAYS: Final = 7
RESULTS: Final = ("done", "nothing_found", "report_follows", "handed_over", "false_alarm", "cancelled")


class IncidentsSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Incidents, per organisation."""

    results: Annotated[tuple[Result, ...], msgspec.Meta(min_length=1, max_length=40)] = RESULTS
    """How an incident may end; codes."""
    unanswered_seconds: Annotated[int, msgspec.Meta(ge=10, le=3_600)] = 30
    """A crew that was assigned and has not accepted for so long: the shift leaders are told."""
    silent_minutes: Annotated[int, msgspec.Meta(ge=1, le=1_440)] = 30
    """A feed that has sent nothing for so long is called silent."""
    positions: Literal["exact", "rounded", "off"] = "exact"
    """Where crews are: as their phones say, rounded to 250 m before anything is written, or not at all."""
    position_seconds: Annotated[int, msgspec.Meta(ge=5, le=600)] = 15
    """How often a phone on duty in a crew says where it is."""
    position_hours: Annotated[int, msgspec.Meta(ge=1, le=LONGEST_TRACK_DAYS * 24)] = 24
    """So many hours is kept where crews were."""
    position_area: tuple[float, float, float, float] | None = None
    """West, south, east, north in degrees: a position outside is doubtful. Without it: around the wards."""
    incident_days: Days = 1_826
    """So many days after its closing an incident is erased."""
    caller_days: Days = 365
    """So many days after the closing its caller is erased, and what the control room sent as it came."""


class IncidentsOperator(msgspec.Struct, frozen=True, kw_only=True):
    """Of the installation."""

    answer_hosts: str = ""
    """Hosts to which answers to control rooms may be posted, by https, separated by commas. A whole origin
    (`http://127.0.0.1:8090`) is for tests."""
    messages_a_minute: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)] = 1_200
    """So many messages one feed may send each minute, counted in each process."""

    @property
    def outside(self) -> Outside:
        """Where answers may go: nowhere else."""
        return Outside.of(self.answer_hosts, only_listed=True)
