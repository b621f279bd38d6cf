"""`python -m focus.modules.search.scan.worker`: loads the models, then has a child read each picture.

This process never sees a picture. For each one it is sent a connection, and forks: the child shuts itself
(`focus.core.confined`), says its number, reads a JPEG, writes what it read as JSON, and ends. So a picture
never meets anything of another one, and what it breaks is its own. Before a message stand four octets with
its length.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
from typing import Any, BinaryIO, Protocol

from focus.core.confined import Limits, end_with_parent, leave_network, shut
from focus.modules.search.scan.pictures import PIXELS

LINES = 6
"""The largest lines of a picture: a zone has three, a plate has one, the rest only costs time."""
SIDE = 640
"""Pixels of the longer side in which lines are looked for; they are read from the whole picture."""
LIMITS = Limits(memory=512_000_000, cpu_s=3, wall_s=20)
"""Of one picture: a card takes 300 MB of which the models are 230, and one second."""


class Engine(Protocol):
    """What reads pictures."""

    def open(self) -> None:
        """Load all that reading needs: later no file can be opened."""

    def lines(self, jpeg: bytes) -> list[str]:
        """The texts of a picture."""


class OcrEngine:
    """Finds lines and reads them, the largest first; gives them from top to bottom."""

    def __init__(self) -> None:
        import cv2
        from rapidocr import RapidOCR

        cv2.setNumThreads(1)  # a child has no thread but the one that forked
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


def serve(server: socket.socket, engine: Engine) -> None:
    """Until nobody asks any more."""
    engine.open()
    namespace = leave_network()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # those that ended are forgotten at once
    server.sendall(b"!")
    own = os.getpid()
    while True:
        octet, (asked, *_), _, _ = _received(server)
        if not octet:
            return
        if os.fork() == 0:
            end_with_parent(own)
            _child(asked, engine, namespace=namespace)
        os.close(asked)


def _received(server: socket.socket) -> Any:
    octet, found, flags, address = socket.recv_fds(server, 1, 1)
    return octet, found or [-1], flags, address


def _child(asked: int, engine: Engine, *, namespace: bool) -> None:
    """Read one picture and end, whatever comes."""
    try:
        number = os.getpid()
        shut(LIMITS, namespace=namespace, keep={asked})
        with open(asked, "r+b", buffering=0) as connection:
            answer(connection, engine, number)
    finally:
        os._exit(0)


def answer(connection: Any, engine: Engine, number: int) -> None:
    """Say who reads, read, and say what was read."""
    _send(connection, {"process": number})
    size = int.from_bytes(_exactly(connection, 4), "big")
    jpeg = _exactly(connection, size)
    try:
        _send(connection, {"lines": engine.lines(jpeg)})
    except Exception as fault:  # a hostile picture may break any decoder
        _send(connection, {"fault": type(fault).__name__})


def _exactly(connection: BinaryIO, size: int) -> bytes:
    """Raises EOFError when nobody sends any more."""
    octets = bytearray()
    while len(octets) < size:
        piece = connection.read(size - len(octets))
        if not piece:
            raise EOFError
        octets += piece
    return bytes(octets)


def _send(connection: Any, content: dict[str, Any]) -> None:
    body = json.dumps(content).encode()
    octets = memoryview(len(body).to_bytes(4, "big") + body)
    while octets:
        octets = octets[connection.write(octets) :]


def main(engine: type[Engine]) -> None:
    """Serve whoever holds the other end of the standard input."""
    serve(socket.socket(fileno=os.dup(0)), engine())


if __name__ == "__main__":
    os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"] = str(PIXELS)
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # else its maker is told of each start, and a file is kept
    main(OcrEngine)
