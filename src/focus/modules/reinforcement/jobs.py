"""What is done after the transaction, and by the clock."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from focus.core.registry import Job

TELL: Final = Job("focus.modules.reinforcement.telling:tell", queue=True)
FINISH: Final = Job("focus.modules.reinforcement.finishing:finish", queue=True)
FINISH_THERE: Final = Job("focus.modules.reinforcement.finishing:finish_there", queue=True)
CATCH_UP: Final = Job("focus.modules.reinforcement.finishing:catch_up", every=timedelta(seconds=30))
