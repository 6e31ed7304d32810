"""Pictures that set-up makes: the house's mark in the sizes that telephones want, its card for who
shares a page, and the artwork smaller, and as JPEG for whoever reads nothing newer: old browsers,
and many sites that show what is shared."""

import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image, ImageDraw

STATIC = Path(__file__).resolve().parent.parent / "static" / "ui"
GROUND, STAR = "#1c2f6b", "#d9a441"
VIEW = 32
"""The mark is drawn on a square of so many units."""
CORNER = 7
SMALL, MIDDLE, SHARED = DRAWN_FROM_ART = ("small", "middle", "shared")
WIDTHS = {SMALL: 320, MIDDLE: 640}
"""How wide the smaller ones are; a picture that is no wider has none of this width."""
SIZES = (192, 512)
TOUCH = 180
CARD = (1200, 630)
SAFE = 0.8
"""Of a maskable icon only a circle of this part is sure to be seen."""
FINER = 4
STEP = re.compile(r"([MLHV])?\s*(-?[\d.]+)(?:[ ,]?(-?[\d.]+))?")


def build_icons(folder: Path) -> None:
    target = folder / "icons"
    target.mkdir(exist_ok=True)
    for size in SIZES:
        _mark(size, corner=CORNER).save(target / f"mark-{size}.png", optimize=True)
        _mark(size, scale=SAFE).convert("RGB").save(target / f"full-{size}.png", optimize=True)
    _mark(TOUCH).convert("RGB").save(target / "touch.png", optimize=True)
    _card().save(target / "card.png", optimize=True)


def build_artwork(folder: Path) -> int:
    """How many pictures; what is there and newer than its source stays."""
    for name in DRAWN_FROM_ART:
        (folder / name).mkdir(exist_ok=True)
    sources = sorted((STATIC / "art").glob("*.avif"))
    with ThreadPoolExecutor(os.cpu_count() or 1) as hands:
        list(hands.map(lambda source: _make_from(source, folder), sources))
    return len(sources)


def _make_from(source: Path, folder: Path) -> None:
    smaller = {width: folder / name / source.name for name, width in WIDTHS.items()}
    jpeg = folder / SHARED / f"{source.stem}.jpg"
    with Image.open(source) as opened:
        smaller = {width: to for width, to in smaller.items() if width < opened.width}
        if all(_is_newer(one, source) for one in (*smaller.values(), jpeg)):
            return
        picture = opened.convert("RGB")
    for width, to in smaller.items():
        size = (width, round(picture.height * width / picture.width))
        less = picture.resize(size, Image.Resampling.LANCZOS)
        less.save(to, "AVIF", quality=55, speed=8, max_threads=1)
    picture.save(jpeg, "JPEG", quality=80, progressive=True)


def _is_newer(made: Path, source: Path) -> bool:
    return made.exists() and made.stat().st_mtime >= source.stat().st_mtime


def _mark(size: int, *, corner: float = 0, scale: float = 1.0) -> Image.Image:
    """The star on its ground; drawn finer and made smaller, because edges must be soft."""
    large = size * FINER
    unit = large / VIEW
    image = Image.new("RGBA", (large, large), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, large, large), corner * unit, fill=GROUND)
    _draw_star(draw, large / 2, large / 2, unit * scale)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def _card() -> Image.Image:
    width, height = (side * FINER // 2 for side in CARD)
    image = Image.new("RGB", (width, height), GROUND)
    draw = ImageDraw.Draw(image)
    quiet = height / 10
    for row in range(-1, 12):
        for column in range(-1, 22):
            middle = (column * quiet + quiet / 2, row * quiet + quiet / 2)
            _draw_star(draw, *middle, quiet / VIEW * 1.1, fill="#22377a")
    radius = height * 0.34
    box = (width / 2 - radius, height / 2 - radius, width / 2 + radius, height / 2 + radius)
    draw.ellipse(box, fill=GROUND)
    _draw_star(draw, width / 2, height / 2, height * 0.55 / VIEW * 1.35)
    return image.resize(CARD, Image.Resampling.LANCZOS)


def _draw_star(
    draw: ImageDraw.ImageDraw, x: float, y: float, unit: float, fill: str = STAR
) -> None:
    points = _star()
    middle = [(min(side) + max(side)) / 2 for side in zip(*points, strict=True)]
    draw.polygon(
        [(x + (left - middle[0]) * unit, y + (top - middle[1]) * unit) for left, top in points],
        fill=fill,
    )


def _star() -> list[tuple[float, float]]:
    """The corners of the path in mark.svg: there is one drawing of the mark."""
    path = re.search(r' d="([^"]+)"', (STATIC / "mark.svg").read_text())
    corners, x, y, kind = [], 0.0, 0.0, "M"
    for found in STEP.finditer(path[1] if path else ""):
        kind = found[1] or kind
        first, second = float(found[2]), found[3]
        if kind == "H":
            x = first
        elif kind == "V":
            y = first
        else:
            x, y = first, float(second or 0)
        corners.append((x, y))
    return corners
