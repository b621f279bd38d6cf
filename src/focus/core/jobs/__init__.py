"""Work without a caller: by the clock, and put into a queue with what it belongs to."""

from focus.core.jobs.jobs import Jobs
from focus.core.jobs.retrying import Retrying

__all__ = ["Jobs", "Retrying"]
