"""`python -m focus.modules.search.scan.worker`: pictures in, lines of text out; knows nothing else.

Each message is four octets with its length, then a JPEG on the way in and JSON on the way out. The process
may write no file, dumps no core, and holds a picture no longer than it takes to read it.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import sys
from typing import Any, BinaryIO

from focus.modules.search.scan.pictures import PIXELS

LINES = 6
"""The largest lines of a picture: a zone has three, a plate has one, the rest only costs time."""
SIDE = 640
"""Pixels of the longer side in which lines are looked for; they are read from the whole picture."""
MEMORY = 3_000_000_000
SECONDS = 3
"""Of processor time for a picture; a card takes one. Its wall clock is the server's to watch."""


def confine() -> None:
    """No file, no core, no more memory than reading takes."""
    with contextlib.suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def allow(seconds: int) -> None:
    """So much processor time from now; the kernel ends the process when it is spent."""
    with contextlib.suppress(ImportError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        until = math.ceil(used.ru_utime + used.ru_stime) + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))


class OcrEngine:
    """Finds lines and reads them, the largest first; gives them from top to bottom."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR

        self.ocr: Any = RapidOCR(
            params={
                "Global.log_level": "critical",
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "Det.limit_type": "max",
                "Det.limit_side_len": SIDE,
            }
        )

    def open(self) -> None:
        """Read a drawn zone: the first picture takes twice the time, and for this one nobody waits."""
        import cv2
        import numpy

        drawn = numpy.full((800, 1280, 3), 225, numpy.uint8)
        for row in range(3):
            zone = f"P<BEL{'<FOCUS' * 4}<"
            cv2.putText(drawn, zone, (50, 500 + 90 * row), cv2.FONT_HERSHEY_SIMPLEX, 1.8, (20, 20, 20), 3)
        self.lines(cv2.imencode(".jpg", drawn)[1].tobytes())

    def lines(self, jpeg: bytes) -> list[str]:
        """The texts of a picture; nothing for what is no picture."""
        import cv2
        import numpy

        picture = cv2.imdecode(numpy.frombuffer(jpeg, numpy.uint8), cv2.IMREAD_COLOR)
        if picture is None:
            return []
        found = self.ocr(picture, use_det=True, use_cls=False, use_rec=False)
        boxes = [] if found.boxes is None else list(found.boxes)
        largest = sorted(boxes, key=cv2.contourArea, reverse=True)[:LINES]
        placed = sorted(largest, key=lambda box: float(box[:, 1].mean()))
        return [text for box in placed if (text := self._text(picture, box))]

    def _text(self, picture: Any, box: Any) -> str:
        read = self.ocr(straight(picture, box), use_det=False, use_cls=False, use_rec=True)
        return " ".join(read.txts or ())


def straight(picture: Any, box: Any) -> Any:
    """The line of these four corners, upright."""
    import cv2
    import numpy

    width = int(max(numpy.linalg.norm(box[0] - box[1]), numpy.linalg.norm(box[3] - box[2])))
    height = int(max(numpy.linalg.norm(box[0] - box[3]), numpy.linalg.norm(box[1] - box[2])))
    width, height = max(width, 4), max(height, 4)
    corners = numpy.array([[0, 0], [width, 0], [width, height], [0, height]], numpy.float32)
    turn = cv2.getPerspectiveTransform(box.astype(numpy.float32), corners)
    return cv2.warpPerspective(picture, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)


def serve(pictures: BinaryIO, answers: BinaryIO) -> None:
    """Until nobody asks any more."""
    eye = OcrEngine()
    confine()
    eye.open()
    _send(answers, {"ready": True})
    while head := pictures.read(4):
        jpeg = pictures.read(int.from_bytes(head, "big"))
        allow(SECONDS)
        try:
            _send(answers, {"lines": eye.lines(jpeg)})
        except Exception as fault:  # a hostile picture may break any decoder
            _send(answers, {"fault": type(fault).__name__})


def _send(answers: BinaryIO, content: dict[str, Any]) -> None:
    body = json.dumps(content).encode()
    answers.write(len(body).to_bytes(4, "big") + body)
    answers.flush()


if __name__ == "__main__":
    os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"] = str(PIXELS)
    own = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    serve(sys.stdin.buffer, own)
