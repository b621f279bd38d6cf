"""What may go wrong with a picture."""

from __future__ import annotations

from focus.core.errors import Problem


class ScanUnavailable(Problem):
    """This server reads no pictures; typing is the way."""

    code = "search.scan_unavailable"
    status = 501


class ScanBusy(Problem):
    """Too many pictures wait."""

    code = "search.scan_busy"
    status = 503


class ScanLate(Problem):
    """The picture was not read in time."""

    code = "search.scan_late"
    status = 504


class NoPicture(Problem):
    """Not a JPEG."""

    code = "search.scan_no_picture"
    status = 415
