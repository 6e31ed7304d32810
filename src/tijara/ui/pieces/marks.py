"""Icons, badges, stars, meters, avatars, sparklines, pictures."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol
from zlib import crc32

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tijara.kit.pictures import KINDS, MadePicture, made_picture
from tijara.ui.assets import asset
from tijara.ui.look import first_letter
from tijara.ui.pieces.escaping import escape
from tijara.ui.pieces.words import grouped, named

TURNING = frozenset({"back", "next", "prev", "go", "out", "returns"})
"""Icons that point along the line and turn with the page's direction."""
HUES = 24


@lru_cache(maxsize=512)
def icon(name: str, classes: str = "") -> SafeString:
    """An icon of the sprite. It is always an ornament: the words stand beside it."""
    words = " ".join(filter(None, ("icon", "turns" if name in TURNING else "", classes)))
    return SafeString(
        f'<svg class="{escape(words)}" aria-hidden="true">'
        f'<use href="{asset("icons.svg")}#{escape(name)}"/></svg>'
    )


def badge(text: object, tone: str = "") -> SafeString:
    """`tone`: good, warn, bad, info, deal or nothing."""
    return SafeString(f'<span class="badge {escape(tone)}">{escape(text)}</span>')


def rating(value: float, count: int | None = None, *, tag: str = "span") -> SafeString:
    """A star, the number, and of how many."""
    of = f"<span>({grouped(count)})</span>" if count is not None else ""
    return SafeString(
        f'<{tag} class="rating"><span class="sr">{escape(_("Rated"))} </span><b>{value:.1f}</b>{of}'
        f"</{tag}>"
    )


def stars(value: float) -> SafeString:
    """Five stars, filled up to `value`."""
    label = escape(_("%(value)s out of 5") % {"value": f"{value:g}"})
    return SafeString(
        f'<svg class="stars" role="img" aria-label="{label}">'
        f'<rect width="{value * 20:g}%" height="100%"/></svg>'
    )


def meter(percent: float, tone: str = "") -> SafeString:
    """A bar; its number stands beside it in words. `tone`: accent, good, bad or nothing (gold)."""
    width = max(0.0, min(100.0, float(percent)))
    return SafeString(
        f'<svg class="meter {escape(tone)}" aria-hidden="true">'
        f'<rect width="{width:g}%" height="100%"/></svg>'
    )


def avatar(name: str, hue: int | None = None) -> SafeString:
    """The letter of a name, as a market has it, in a star of the given hue; of who is known by a
    phone alone, a head."""
    shade = f" hue-{round(hue / 360 * HUES) % HUES * (360 // HUES)}" if hue is not None else ""
    sign = icon("user") if str(name).startswith("+") else escape(first_letter(str(name)))
    return SafeString(f'<span class="avatar{shade}" aria-hidden="true">{sign}</span>')


def spark(values: Sequence[float], tone: str = "") -> SafeString:
    """A line of values, without words, in the reading direction. `tone`: down or nothing."""
    if len(values) < 2:
        return SafeString("")
    low, span = min(values), (max(values) - min(values)) or 1
    points = " ".join(
        f"{place * 100 / (len(values) - 1):.1f},{30 - 26 * (value - low) / span:.1f}"
        for place, value in enumerate(values)
    )
    return SafeString(
        f'<svg class="spark {escape(tone)}" viewBox="0 0 100 32" preserveAspectRatio="none" '
        f'aria-hidden="true"><polygon class="area" points="0,32 {points} 100,32"/>'
        f'<polyline class="now" points="{points}"/></svg>'
    )


def dot(colour: str) -> SafeString:
    """A spot of a colour, "#aa2233", beside its name."""
    return SafeString(
        f'<svg class="dot" viewBox="0 0 20 20" aria-hidden="true">'
        f'<circle cx="10" cy="10" r="9.5" fill="{escape(colour)}"/></svg>'
    )


LATTICE = (
    "M48 6 60 19H77V36L90 48 77 60V77H60L48 90 36 77H19V60L6 48 19 36V19H36Z",
    "M48 20 54.6 32.1 67.8 28.2 63.9 41.4 76 48 63.9 54.6 67.8 67.8 54.6 63.9 48 76 41.4 63.9 "
    "28.2 67.8 32.1 54.6 20 48 32.1 41.4 28.2 28.2 41.4 32.1Z",
)


def lattice(classes: str = "") -> SafeString:
    """The house's ornament, for an empty state."""
    paths = "".join(f'<path d="{path}"/>' for path in LATTICE)
    return SafeString(
        f'<svg class="{escape(classes)}" viewBox="0 0 96 96" aria-hidden="true" fill="none" '
        f'stroke="currentColor" stroke-width="1.6">{paths}<circle cx="48" cy="48" r="7"/>'
        '<path d="M48 6v14M90 48H76M48 90V76M6 48h14M77 19 67.8 28.2M77 77l-9.2-9.2M19 77l9.2-9.2'
        'M19 19l9.2 9.2" opacity=".5"/></svg>'
    )


SIZES = {
    "thumb": "44px",
    "sign": "44px",
    "main": "(width < 48rem) 94vw, (width < 72rem) 47vw, 32rem",
    "campaign": "(width < 56rem) 100vw, 50vw",
    "beside": "(width < 40rem) 100vw, 22rem",
    "lead": "(width < 48rem) 94vw, 28rem",
    "cover": "(width < 80rem) 94vw, 80rem",
}
ART_SIZE = (640, 800)
SIZED_ART = re.compile(r".+_([1-9]\d{1,3})x([1-9]\d{1,3})", re.ASCII)
"""Artwork of another size says so, as made pictures do: "campaign-majlis_1280x960"."""
SMALLER = (("middle", 640), ("small", 320))
"""What set-up makes of it: the folder, and how wide its pictures are."""
CARD_SIZES = "(width < 48rem) 45vw, 15rem"
"""How wide a picture is drawn, by its class: what a browser needs to choose the smallest file."""


def picture(
    name: str, alt: str = "", classes: str = "", eager: bool = False, of: str = ""
) -> SafeString:
    """A product's picture, four to five. No name: a niche of the same size, in a colour that
    follows from what it is a picture `of`."""
    if not name:
        return _niche(of or alt, classes)
    loading = 'fetchpriority="high"' if eager else 'loading="lazy"'
    words = f' class="{escape(classes)}"' if classes else ""
    made = made_picture(name) if name.startswith("up_") else None
    width, height = (made.width, made.height) if made else art_size(name)
    address, sources = _sources(name, made)
    image = (
        f'<img{words} src="{address}" alt="{escape(alt)}" width="{width}" '
        f'height="{height}" {loading} decoding="async">'
    )
    if not sources:
        return SafeString(image)
    sizes = next((SIZES[word] for word in classes.split() if word in SIZES), CARD_SIZES)
    drawn = "".join(
        f'<source type="image/{kind}" sizes="{sizes}" srcset="{widths}">'
        for kind, widths in sources
    )
    return SafeString(f"<picture>{drawn}{image}</picture>")


def logo_picture(name: str, alt: str = "") -> SafeString:
    """A logo as it was sent, in a small white frame: made for any ground, by day and night."""
    if not name:
        return SafeString("")
    made = made_picture(name)
    address = made.address(made.widths[:2][-1], "webp") if made else picture_address(name)
    width, height = (made.width, made.height) if made else art_size(name)
    return SafeString(
        f'<img class="logo-picture" src="{address}" '
        f'alt="{escape(alt)}" width="{width}" height="{height}" decoding="async">'
    )


class Signed(Protocol):
    """What has a logo, or else a star of its own colour."""

    @property
    def logo(self) -> str: ...

    @property
    def hue(self) -> int: ...


def sign(of: Signed) -> SafeString:
    """What a shop is known by: its logo, or the first letter of its name in its star."""
    return picture(of.logo, "", "sign") if of.logo else avatar(named(of), of.hue)


def _niche(of: str, classes: str) -> SafeString:
    shade = f"hue-{crc32(of.encode()) % HUES * (360 // HUES)}" if of else ""
    words = " ".join(filter(None, ("no-picture", shade, classes)))
    return SafeString(f'<span class="{escape(words)}"><i></i>{lattice()}</span>')


@lru_cache(maxsize=1024)
def large_picture(name: str) -> str:
    """The address of a picture as large as it is kept, to be looked at closely."""
    made = made_picture(name)
    return made.address(made.widths[-1], "webp") if made else picture_address(name)


def small_picture(name: str) -> str:
    """The address of the smallest file of a picture, for who shows it as large as a thumb."""
    _whole, sources = _sources(name, made_picture(name))
    return sources[0][1].split(" ", 1)[0] if sources else escape(name)


def picture_address(name: str) -> str:
    """Of the one file that every browser reads. A picture that was sent, artwork by its name;
    anything with a slash is an address already."""
    return _sources(name, made_picture(name))[0]


@lru_cache(maxsize=4096)
def _sources(name: str, made: MadePicture | None) -> tuple[str, list[tuple[str, str]]]:
    """The file that every browser reads, and (kind, files with their widths) of those that weigh
    less. An address is all there is of itself."""
    if made:
        return made.address(made.widths[-2:][0], "webp"), [
            (kind, ", ".join(f"{made.address(width, kind)} {width}w" for width in made.widths))
            for kind in KINDS
        ]
    if "/" in name:
        return escape(name), []
    width, _height = art_size(name)
    files = [(asset(f"art/{name}.avif"), width)]
    files += [(asset(f"{folder}/{name}.avif"), each) for folder, each in SMALLER if each < width]
    told = ", ".join(f"{address} {each}w" for address, each in reversed(files))
    return asset(f"shared/{name}.jpg"), [("avif", told)]


@lru_cache(maxsize=4096)
def art_size(name: str) -> tuple[int, int]:
    """Width and height of the house's artwork, in pixels."""
    told = SIZED_ART.fullmatch(name)
    return (int(told[1]), int(told[2])) if told else ART_SIZE


def shared_picture(name: str) -> tuple[str, int, int]:
    """(address, width, height) of a picture for other sites that show what somebody shares: they
    read no AVIF. No name: the house's card."""
    if not name:
        return asset("icons/card.png"), 1200, 630
    if made := made_picture(name):
        width = made.widths[-1]
        return made.address(width, "webp"), width, round(made.height * width / made.width)
    return (name if "/" in name else asset(f"shared/{name}.jpg")), *art_size(name)
