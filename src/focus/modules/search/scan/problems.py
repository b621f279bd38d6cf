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


class ScanBroken(Problem):
    """The process that reads ended in the middle; another is being started."""

    code = "search.scan_broken"
    status = 503


class PictureTooLarge(Problem):
    """More pixels than any camera of a phone needs; it was not unpacked."""

    code = "search.scan_too_large"
    status = 413

    def __init__(self, *, width: int, height: int) -> None:
        super().__init__(params={"width": width, "height": height})


class NoPicture(Problem):
    """Not a JPEG, or one that does not say how large it is."""

    code = "search.scan_no_picture"
    status = 415
