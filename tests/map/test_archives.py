"""Which files may be a base map, and what is told of them."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from pathlib import Path

import pytest
from pmtiles.tile import TileType

from focus.core.gate import Settings
from focus.modules.map import archives, commands
from tests.map.conftest import archive


def test_a_map_is_kept_with_its_digest_bounds_and_zooms(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.pmtiles", name="Lindevallei")
    found = archives.add(tmp_path / "home", file)

    assert found.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (found.west, found.south, found.east, found.north) == (4.8, 51.0, 4.9, 51.1)
    assert (found.min_zoom, found.max_zoom, found.octets) == (0, 0, file.stat().st_size)
    assert archives.all_of(tmp_path / "home") == [found]
    kept = archives.file_of(tmp_path / "home", found.sha256)
    assert kept is not None
    assert kept.read_bytes() == file.read_bytes()


def test_markup_in_an_attribution_becomes_words(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.pmtiles", attribution='<a href="https://x.example">© Makers</a>')
    assert archives.add(tmp_path, file).attribution == "© Makers"


def test_a_file_without_a_name_of_its_own_is_called_by_its_file_name(tmp_path: Path) -> None:
    file = archive(tmp_path / "belgium.pmtiles")
    assert archives.add(tmp_path, file).name == "belgium"


@pytest.mark.parametrize("content", [b"", b"PMTiles", b"\xff" * 200, b"PMTiles\x02" + bytes(200)])
def test_what_is_no_pmtiles_3_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "wrong.pmtiles"
    file.write_bytes(content)
    with pytest.raises(ValueError, match="no PMTiles file of version 3"):
        archives.add(tmp_path / "home", file)
    assert archives.all_of(tmp_path / "home") == []


def test_pictures_are_no_base_map(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not vector tiles"):
        archives.add(tmp_path, archive(tmp_path / "a.pmtiles", kind=TileType.PNG))


def test_a_file_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.pmtiles")
    file.write_bytes(file.read_bytes()[:-3])
    with pytest.raises(ValueError, match="cut off"):
        archives.add(tmp_path, file)


@pytest.mark.parametrize("name", ["../secrets/key", "x" * 64, "", "A" * 64])
def test_a_name_that_is_no_digest_finds_no_file(tmp_path: Path, name: str) -> None:
    (archives.folder_of(tmp_path)).mkdir()
    assert archives.file_of(tmp_path, name) is None


async def test_the_command_says_what_is_wrong_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(home=tmp_path / "home")
    given = Namespace(file=tmp_path / "nothing.pmtiles", name="")
    assert await commands.add(settings, given) == 1
    assert "nothing.pmtiles" in capsys.readouterr().out


async def test_a_map_is_added_listed_and_removed_by_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(home=tmp_path / "home")
    file = archive(tmp_path / "a.pmtiles")
    assert await commands.add(settings, Namespace(file=file, name="Onze zone")) == 0
    capsys.readouterr()
    assert await commands.show(settings, Namespace()) == 0
    line = capsys.readouterr().out
    assert "Onze zone" in line
    assert await commands.remove(settings, Namespace(sha256=line.split()[0])) == 0
    assert archives.all_of(settings.home) == []
    assert await commands.remove(settings, Namespace(sha256=line.split()[0])) == 1
