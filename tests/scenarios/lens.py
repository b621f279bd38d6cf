"""A camera that shows what a test holds before it, in any browser: pictures may change while it looks.

The whole way through Chromium's own fake device is walked in `test_scan` and `test_person_on_foot`.
"""

from __future__ import annotations

import base64

from PIL import Image

from tests.scenarios.papers import jpeg
from tests.scenarios.screen import Screen

LENS = """async ({ picture, lamp }) => {
  const octets = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0))
  const seen = await createImageBitmap(new Blob([octets], { type: 'image/jpeg' }))
  window.lens = { ...(window.lens ?? {}), seen }
  if (window.lens.canvas) return
  const canvas = window.lens.canvas = document.createElement('canvas')
  canvas.width = seen.width
  canvas.height = seen.height
  const draw = () => canvas.getContext('2d').drawImage(window.lens.seen, 0, 0)
  draw()
  setInterval(draw, 100)
  navigator.mediaDevices.getUserMedia = async () => {
    const stream = canvas.captureStream(10)
    const [track] = stream.getVideoTracks()
    if (lamp) track.getCapabilities = () => ({ torch: true })
    track.applyConstraints = async (wish) => { window.lens.torch = wish.advanced[0].torch }
    return stream
  }
}"""


async def hold_before(screen: Screen, picture: Image.Image, *, lamp: bool = False) -> None:
    """From now on the camera sees this; `lamp`: the phone has a light beside it."""
    shown = base64.b64encode(jpeg(picture)).decode()
    await screen.page.evaluate(LENS, {"picture": shown, "lamp": lamp})


async def lamp_burns(screen: Screen) -> bool | None:
    """What the lamp was told last."""
    burns: bool | None = await screen.page.evaluate("window.lens.torch ?? null")
    return burns


async def take_away(screen: Screen, error: str) -> None:
    """From now on the browser gives no camera, with this error: no flag brings it about in every Chromium.

    `NotReadableError`: another app has it. `NotAllowedError`: it was refused; the headless shell never asks.
    """
    await screen.page.evaluate(
        "error => { const refusal = new DOMException('', error);"
        " navigator.mediaDevices.getUserMedia = () => Promise.reject(refusal) }",
        error,
    )
