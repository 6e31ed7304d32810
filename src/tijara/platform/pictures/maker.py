"""The process that decodes one picture: `python -m tijara.platform.pictures.maker FILE FOLDER 300`.

The last word is the shortest side, in pixels, that a picture may have. It writes the picture in
each width as AVIF and WebP, of a logo one more for letters, without what cameras write beside it,
and says "1200x1500" (the right way up). A width after it: only one WebP, of that name. Whatever it
can't read ends it with status 1.
"""

import io
import resource
import sys
import warnings
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from tijara.kit.pictures import (
    LETTER,
    LETTER_HEIGHT,
    MOST_PIXELS,
    SHORTEST_MARK,
    WIDTHS,
    size_fault,
    widths_of,
)

MEMORY = 2 * 1024**3
SECONDS = 60
FORMATS = ("PNG", "JPEG", "WEBP", "AVIF")
GROUND = "white"
"""Under what is transparent."""
SETTINGS: dict[str, dict] = {
    "avif": {"quality": 58, "speed": 7, "max_threads": 1},
    "webp": {"quality": 78, "method": 4},
}


def main(file: str, folder: str, shortest: str, only: str = "") -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        picture = _read(Path(file), int(shortest))
    except Exception as broken:
        sys.stderr.write(f"{type(broken).__name__}\n")
        return 1
    if only:
        _write_one(picture, int(only), Path(folder))
        return _said(picture)
    for width in widths_of(picture.width):
        _write(picture, width, Path(folder))
    if int(shortest) == SHORTEST_MARK:
        _write_for_letters(picture, Path(folder))
    return _said(picture)


def _said(picture: Image.Image) -> int:
    sys.stdout.write(f"{picture.width}x{picture.height}\n")
    return 0


def _read(file: Path, shortest: int) -> Image.Image:
    """The picture the right way up, in sRGB, on white, and nothing beside its pixels."""
    with Image.open(file, formats=FORMATS) as opened:
        if fault := size_fault(opened.size, shortest):
            raise ValueError(fault)
        opened.draft("RGB", (WIDTHS[-1], WIDTHS[-1]))  # a large JPEG is read at half or a quarter
        profile = opened.info.get("icc_profile")
        turned = ImageOps.exif_transpose(opened)
    return _flat(_plain(turned, profile))


def _plain(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """In the colours that every screen knows; an odd profile is let go."""
    picture = picture if picture.mode in ("RGB", "RGBA") else picture.convert(_mode_of(picture))
    if not profile or picture.mode != "RGB":
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError):
        return picture
    return made or picture


def _mode_of(picture: Image.Image) -> str:
    return "RGBA" if picture.has_transparency_data else "RGB"


def _flat(picture: Image.Image) -> Image.Image:
    """A new picture: what cameras write beside the pixels stays behind."""
    ground = Image.new("RGB", picture.size, GROUND)
    ground.paste(picture, mask=picture if picture.mode == "RGBA" else None)
    return ground


def _write_one(picture: Image.Image, width: int, folder: Path) -> None:
    """No wider, and only one: for whom it is shown to alone."""
    picture.thumbnail((width, width), Image.Resampling.LANCZOS)
    picture.save(folder / f"{width}.webp", "WEBP", **SETTINGS["webp"])


def _write(picture: Image.Image, width: int, folder: Path) -> None:
    width_made = min(width, picture.width)
    size = (width_made, max(1, round(picture.height * width_made / picture.width)))
    smaller = picture.resize(size, Image.Resampling.LANCZOS)
    for kind, settings in SETTINGS.items():
        smaller.save(folder / f"{width}.{kind}", kind.upper(), **settings)


def _write_for_letters(mark: Image.Image, folder: Path) -> None:
    width = max(1, round(mark.width * LETTER_HEIGHT / mark.height))
    smaller = mark.resize((width, LETTER_HEIGHT), Image.Resampling.LANCZOS)
    smaller.save(folder / LETTER, "PNG", optimize=True)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
