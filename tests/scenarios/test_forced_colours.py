"""With the reader's own few colours, as Windows' contrast themes set them, a verdict loses nothing."""

from __future__ import annotations

import pytest

from tests.scenarios.gallery import LOTTE, TASK, WAYS
from tests.scenarios.screen import Screen
from tests.scenarios.town import Town

LEVELS = {
    "search-red": "Gezocht",
    "search-amber": "Let op",
    "search-green": "Niets",
    "search-silent": "Niet alles nagegaan",
}

# Of the verdict: its word with ink and ground as painted, the width of its edge, the shape of its icon.
PAINTED = """() => {
  const strip = document.querySelector('[data-verdict]'), word = strip.querySelector('h2')
  const style = getComputedStyle(strip)
  return {
    word: word.textContent.trim(), ink: getComputedStyle(word).color, ground: style.backgroundColor,
    edge: parseFloat(style.borderTopWidth), shape: strip.querySelector('svg').innerHTML,
  }
}"""


@pytest.fixture
async def lotte(town: Town, phone: Screen) -> Screen:
    """Lotte at her control, in a contrast theme."""
    await town.task(LOTTE, **TASK)
    await phone.page.emulate_media(forced_colors="active")
    await phone.continue_as("Lotte Maes")
    return phone


@pytest.mark.parametrize(("way", "word"), LEVELS.items())
async def test_a_verdict_is_a_word_in_the_readers_own_ink(
    lotte: Screen, town: Town, way: str, word: str
) -> None:
    await WAYS[way](lotte, town)
    painted = await lotte.page.evaluate(PAINTED)
    assert painted["word"].casefold().startswith(word.casefold())
    assert (painted["ink"], painted["ground"]) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
    assert painted["edge"] >= 2


async def test_each_verdict_has_a_shape_of_its_own(lotte: Screen, town: Town) -> None:
    shapes = set()
    for way in LEVELS:
        await lotte.page.goto(lotte.origin)
        await WAYS[way](lotte, town)
        shapes.add((await lotte.page.evaluate(PAINTED))["shape"])
    assert len(shapes) == len(LEVELS)
