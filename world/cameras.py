"""A camera system of the world: it posts plates that passed, and hits with a drawn picture, signed.

Nobody's car: the plates are those of the world's own vehicles, the pictures are drawn.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any, Final
from uuid import uuid4

import aiohttp

from world.records.vehicles import cast_vehicles
from world.signing import signed

CAMERAS: Final = (
    {"id": "LB-07", "name": "Ringlaan, stad in", "longitude": 4.8712, "latitude": 51.0334, "heading": 250},
    {"id": "LB-08", "name": "Vaartdijk, brug", "longitude": 4.8527, "latitude": 51.0268, "heading": 40},
    {"id": "LB-11", "name": "Stationsplein", "longitude": 4.8619, "latitude": 51.0371, "heading": 180},
)
LISTED: Final = {
    "list": {"code": "zone-list", "name": "Aandachtslijst zone", "owner": "Zone Lindevallei"},
    "reason": "Gebruikt bij ladingdiefstal, twee keer gezien",
    "instruction": "Niet alleen aanhouden",
    "contact": "+32 14 00 01 00",
}
"""What the list says of every hit, but since when."""
_PAINT: Final = {
    "grijs": (108, 114, 118),
    "zwart": (34, 36, 38),
    "wit": (222, 224, 222),
    "blauw": (38, 62, 108),
}


async def send_camera_reads(
    base: str, path: str, secret: str, *, count: int, hits: Sequence[str] = ()
) -> list[str]:
    """Post `count` plates that pass and a hit for each plate of `hits` (`2-ZKV-318`); what became of each.

    `path` and `secret` (`whsec_…`) as `add-feed` gave them. Raises aiohttp.ClientResponseError.
    """
    now = datetime.now(UTC)
    messages = [_read(number, now) for number in range(count)]
    messages += [_hit(plate, number, now) for number, plate in enumerate(hits)]
    async with aiohttp.ClientSession() as http:
        return [await _post(http, base + path, secret, message) for message in messages]


def written(plate: str) -> str:
    """`2ZKV318` as it stands on the car."""
    return f"{plate[0]}-{plate[1:4]}-{plate[4:]}" if len(plate) == 7 else plate


def rear_of_car(plate: str, *, colour: str = "grijs", width: int = 720) -> bytes:
    """A drawn car from behind with this plate, a JPEG three by two."""
    from PIL import Image, ImageDraw, ImageFont

    height, unit = width * 2 // 3, width // 36
    picture = Image.new("RGB", (width, height), (58, 62, 64))
    draw = ImageDraw.Draw(picture)
    paint = _PAINT.get(colour, _PAINT["grijs"])
    draw.rectangle((0, 19 * unit, width, height), fill=(44, 46, 47))
    draw.polygon(
        [(9 * unit, 8 * unit), (12 * unit, 3 * unit), (24 * unit, 3 * unit), (27 * unit, 8 * unit)],
        fill=paint,
    )
    draw.polygon(
        [(11 * unit, 8 * unit), (13 * unit, 4 * unit), (23 * unit, 4 * unit), (25 * unit, 8 * unit)],
        fill=(20, 24, 28),
    )
    draw.rounded_rectangle((6 * unit, 8 * unit, 30 * unit, 19 * unit), radius=2 * unit, fill=paint)
    for left in (7 * unit, 26 * unit):
        draw.rounded_rectangle(
            (left, 9 * unit, left + 3 * unit, 12 * unit), radius=unit // 2, fill=(158, 24, 28)
        )
        draw.ellipse((left, 18 * unit, left + 3 * unit, 22 * unit), fill=(16, 16, 16))
    draw.rounded_rectangle(
        (11 * unit, 13 * unit, 25 * unit, 17 * unit), radius=unit // 3, fill=(248, 248, 244)
    )
    draw.rectangle((11 * unit, 13 * unit, 12 * unit + unit // 2, 17 * unit), fill=(20, 50, 130))
    font = ImageFont.load_default(size=2.6 * unit)
    draw.text((18.7 * unit, 15 * unit), plate, fill=(150, 20, 28), font=font, anchor="mm")
    octets = BytesIO()
    picture.save(octets, "JPEG", quality=82)
    return octets.getvalue()


def _read(number: int, now: datetime) -> dict[str, Any]:
    vehicle = cast_vehicles[number % len(cast_vehicles)]
    return {
        "type": "cameras.read",
        "id": str(uuid4()),
        "plate": written(vehicle["plate"]),
        "country": "B",
        "seen_at": (now - timedelta(seconds=20 * number)).isoformat(),
        "camera": CAMERAS[number % len(CAMERAS)],
        "confidence": 0.97,
    }


def _hit(plate: str, number: int, now: datetime) -> dict[str, Any]:
    return {
        **_read(number, now - timedelta(minutes=2)),
        "type": "cameras.hit",
        "plate": plate,
        "direction": "centrum",
        "make": "Volkswagen",
        "colour": "grijs",
        "confidence": 0.93,
        "picture": base64.b64encode(rear_of_car(plate)).decode(),
        "hit": {**LISTED, "since": (now - timedelta(days=3, hours=2)).isoformat()},
    }


async def _post(http: aiohttp.ClientSession, url: str, secret: str, message: dict[str, Any]) -> str:
    body = json.dumps(message).encode()
    headers = signed(secret, message["id"], body)
    async with http.post(url, data=body, headers=headers, raise_for_status=True) as answer:
        return str((await answer.json())["outcome"])
