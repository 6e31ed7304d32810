"""Draw the demonstration's pictures: `python -m tools.artwork`.

What the content names and nobody has drawn is drawn; `--all` draws everything anew, names given
draw those alone. `--sheet FILE` puts all on one sheet to look at. Needs what the tests need:
Chromium, Playwright, Pillow.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from .pictures import UnknownPicture, size_of, svg_of
from .raster import browser_page, contact_sheet, rastered, save

HERE = Path(__file__).resolve().parents[2]
CONTENT = HERE / "src/tijara/faces/cli/demonstration/content"
ART = HERE / "src/tijara/ui/static/ui/art"


def named_in_content() -> set[str]:
    """Every picture that a product, a category, a value or a gallery shows."""
    found: set[str] = set()
    for file in CONTENT.rglob("*.toml"):
        found |= set(_pictures(tomllib.loads(file.read_text(encoding="utf-8"))))
    return found


def _pictures(told) -> Iterator[str]:
    if isinstance(told, list):
        for one in told:
            yield from _pictures(one)
    if isinstance(told, dict):
        yield from (told[place] for place in ("logo", "cover") if told.get(place))
        if picture := told.get("picture"):
            yield picture
            yield from (f"{picture}-{view}" for view in told.get("views", ()))
        for option in told.get("options", ()):
            yield from (value[4] for value in option["values"] if value[4])
        for pictures in told.get("pictures", {}).values():
            yield from (name for name, *_ in pictures)
        for one in told.values():
            yield from _pictures(one)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", nargs="*")
    options.add_argument("--all", action="store_true")
    options.add_argument("--sheet", type=Path)
    asked = options.parse_args()
    names = sorted(asked.names or named_in_content())
    drawn = {file.stem for file in ART.glob("*.avif")}
    wanted = [name for name in names if asked.all or asked.names or name not in drawn]
    unknown = _draw(wanted)
    if asked.sheet:
        contact_sheet(
            [file for name in names if (file := ART / f"{name}.avif").exists()], asked.sheet
        )
    sys.stdout.write(f"{len(wanted) - len(unknown)} drawn, {len(names)} named\n")
    if unknown:
        sys.exit(f"nothing is drawn under: {', '.join(unknown)}")


def _draw(names: list[str]) -> list[str]:
    """Those that nothing is drawn under."""
    unknown = []
    with browser_page() as page:
        for name in names:
            try:
                svg = svg_of(name)
            except UnknownPicture:
                unknown.append(name)
            else:
                save(rastered(page, svg, size_of(name)), ART / f"{name}.avif")
    return unknown


if __name__ == "__main__":
    main()
