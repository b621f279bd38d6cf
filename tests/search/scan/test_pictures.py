"""What a picture says it is, and which are refused before anything is unpacked."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image

from focus.modules.search.scan.pictures import PIXELS, examined, size_of
from focus.modules.search.scan.problems import NoPicture, PictureTooLarge
from tests.scenarios.papers import jpeg

GREY = Image.new("RGB", (320, 200), (90, 90, 90))


def claiming(width: int, height: int) -> bytes:
    """A small picture whose frame says that it is this large."""
    honest = jpeg(GREY)
    frame = honest.index(b"\xff\xc0") + 5
    return honest[:frame] + struct.pack(">HH", height, width) + honest[frame + 4 :]


def endless() -> bytes:
    """A progressive picture of a few hundred kilobytes whose last scan comes twenty thousand times."""
    picture = jpeg(Image.new("L", (4_000, 4_000), 90), progressive=True, quality=50)
    last = picture.rindex(b"\xff\xda")
    return picture[:last] + picture[last:-2] * 20_000 + picture[-2:]


def other(form: str, size: tuple[int, int] = (320, 200)) -> bytes:
    out = io.BytesIO()
    Image.new("L", size).save(out, form)
    return out.getvalue()


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"quality": 5}, {"comment": b"x" * 60_000}])
def test_a_jpeg_of_any_kind_says_its_size(options: dict[str, object]) -> None:
    assert size_of(jpeg(GREY, **options)) == (320, 200)


def test_the_size_of_a_picture_within_the_picture_is_not_its_size() -> None:
    small = jpeg(Image.new("RGB", (16, 16)))
    inside = b"\xff\xe1" + struct.pack(">H", len(small) + 2) + small
    whole = jpeg(GREY)
    assert size_of(whole[:2] + inside + whole[2:]) == (320, 200)


def test_a_picture_of_a_hundred_megapixels_is_refused() -> None:
    with pytest.raises(PictureTooLarge) as refused:
        examined(jpeg(Image.new("L", (12_500, 8_000)), quality=5))
    assert refused.value.params == {"width": 12_500, "height": 8_000}


def test_a_few_octets_that_claim_gigabytes_are_refused() -> None:
    with pytest.raises(PictureTooLarge):
        examined(claiming(65_500, 65_500))


def test_the_largest_picture_that_is_read_is_read() -> None:
    assert examined(claiming(4_000, PIXELS // 4_000))
    with pytest.raises(PictureTooLarge):
        examined(claiming(4_000, PIXELS // 4_000 + 1))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xd8\xff",
        b"%PDF-1.7",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        other("PNG"),
        other("PNG", (12_000, 9_000)),
        other("GIF"),
        other("WEBP"),
        other("TIFF"),
        b"\xff\xd8\xff\xe0" + bytes(40),
        b"\xff\xd8" + b"\xff" * 100_000,
        b"\xff\xd8\xff\xfe\x00\x00" * 20_000,
        claiming(0, 200),
        claiming(320, 0),
        jpeg(GREY)[:30],
    ],
    ids=lambda content: f"{content[:8]!r} {len(content)}",
)
def test_what_is_no_jpeg_or_does_not_say_its_size_is_refused(content: bytes) -> None:
    with pytest.raises(NoPicture):
        examined(content)
