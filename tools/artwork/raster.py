"""SVG to AVIF, through the browser that the tests use, and the contact sheet to look at them."""

import io
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

QUALITY, SPEED = 50, 6
CHROMIUM = ["--no-sandbox", "--disable-gpu"]


STYLE = "<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>"


@contextmanager
def browser_page() -> Iterator[Page]:
    with sync_playwright() as play:
        place = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = play.chromium.launch(executable_path=place, args=CHROMIUM)
        try:
            yield browser.new_page()
        finally:
            browser.close()


def rastered(page: Page, svg: str, size: tuple[int, int]) -> Image.Image:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.set_content(STYLE + svg)
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def save(image: Image.Image, to: Path) -> None:
    image.save(to, quality=QUALITY, speed=SPEED)


def contact_sheet(files: list[Path], to: Path, columns: int = 10, width: int = 180) -> None:
    """All pictures on one sheet, for a person to judge them together."""
    height = width * 5 // 4
    rows = -(-len(files) // columns)
    sheet = Image.new("RGB", (columns * width, rows * height), "white")
    with ThreadPoolExecutor(2) as pool:
        small = pool.map(
            lambda file: Image.open(file).convert("RGB").resize((width, height)), files
        )
        for place, image in enumerate(small):
            sheet.paste(image, (place % columns * width, place // columns * height))
    sheet.save(to)
