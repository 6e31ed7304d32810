"""What a picture's name says: the motif, its stuff, its palette, the view.

`tent-0` is the first kind of tent, `tent-0b` another picture of it. Views: `tent-0-near` (from
close by), `tent-0-box` (as it comes), `tent-0-home` (among its like). Names that say less stand in
`named.toml`, as do compositions of several things.
"""

import hashlib
import re
import tomllib
from pathlib import Path

from .canvas import VIEW
from .motifs import FAMILY, MOTIFS
from .signs import SIGNS, sign_svg
from .studio import still_life

NAMED = tomllib.loads((Path(__file__).parent / "named.toml").read_text(encoding="utf-8"))
SPOKEN = re.compile(r"(?P<motif>[a-z_]+)-(?P<stuff>\d)[b-z]?")
VIEWS = ("near", "box", "home")
LIGHT = ("sand", "clay", "rose", "sage", "mist", "stone", "saffron", "sand", "mist", "sage")
DUSK = ("teal", "lapis", "plum", "clay", "saffron")
TOGETHER = "112 318 576 720"
CLOSE = ("215 360 380 475", "190 330 420 525", "235 420 360 450")
COMPANY = {
    "beauty": (("candle", 0), ("bath", 1)),
    "carried": (("plant", 1), ("notebook", 0)),
    "children": (("rings", 0), ("blocks", 1)),
    "clothes": (("basket", 1), ("perfume", 0)),
    "desk": (("plant", 0), ("candle", 2)),
    "gadgets": (("plant", 0), ("notebook", 3)),
    "garden": (("watering", 0), ("gardentools", 0)),
    "hosting": (("finjan", 0), ("dates", 0)),
    "kitchen": (("oil", 0), ("bowl", 0)),
    "larder": (("finjan", 1), ("nuts", 0)),
    "outdoors": (("camplight", 0), ("bottle", 1)),
    "rooms": (("plant", 1), ("lamp", 0)),
    "scents": (("candle", 3), ("vase", 0)),
    "shelves": (("finjan", 0), ("plant", 0)),
}
"""What stands near a thing at home, by its family."""
SIZED = re.compile(r"(?P<front>.+)_(?P<width>\d+)x(?P<height>\d+)")
USUAL = (640, 800)
WIDE_VIEWS = {(1280, 960): "-180 160 1120 840", (1280, 512): "-330 416 1460 584"}
"""What the camera sees of the room in pictures of other sizes: campaigns, covers."""


class UnknownPicture(ValueError):
    """Nothing is drawn under this name."""


def drawing_of(name: str) -> str:
    """The motif of a picture; its name where nothing says so."""
    front, _ = _parted(name)
    spoken = SPOKEN.fullmatch(front)
    return NAMED.get(front, {}).get("motif") or (spoken["motif"] if spoken else front)


def size_of(name: str) -> tuple[int, int]:
    """In pixels: as the name says, like "cover-oud_1280x512"."""
    told = SIZED.fullmatch(name)
    return (int(told["width"]), int(told["height"])) if told else USUAL


def svg_of(name: str) -> str:
    if sized := SIZED.fullmatch(name):
        return _wide(sized["front"], size_of(name))
    front, view = _parted(name)
    if (told := NAMED.get(front)) and "things" in told:
        return still_life(front, told["palette"], [tuple(one) for one in told["things"]])
    if told:
        return _view(front, told["motif"], told.get("stuff"), view, told["palette"])
    spoken = SPOKEN.fullmatch(front)
    if spoken is None or spoken["motif"] not in MOTIFS:
        raise UnknownPicture(name)
    return _view(front, spoken["motif"], int(spoken["stuff"]), view, _lot(front, LIGHT))


def _wide(front: str, size: tuple[int, int]) -> str:
    """A shop's sign, or several things before a wall that goes on."""
    if front.startswith("sign-") and front.removeprefix("sign-") in SIGNS:
        return sign_svg(front.removeprefix("sign-"))
    told = NAMED.get(front)
    if told is None or size not in WIDE_VIEWS:
        raise UnknownPicture(front)
    things = [tuple(one) for one in told["things"]]
    return still_life(front, told["palette"], things, WIDE_VIEWS[size], told.get("room", ""))


def _parted(name: str) -> tuple[str, str]:
    front, _, view = name.rpartition("-")
    return (name, "") if view not in VIEWS or name in NAMED else (front, view)


def _view(slug: str, motif: str, stuff: int | None, view: str, palette: str) -> str:
    if view == "near":
        return still_life(slug, palette, [(motif, stuff, 0, 0, 1)], _lot(slug, CLOSE))
    if view == "box":
        things = [("carton", 0, 120, -40, 0.8), (motif, stuff, -96, 26, 0.74)]
        return still_life(slug, _lot(slug + "box", LIGHT), things, TOGETHER)
    if view == "home":
        left, right = COMPANY[FAMILY[motif]]
        things = [
            (left[0], left[1], -190, -46, 0.52),
            (right[0], right[1], 196, -40, 0.52),
            (motif, stuff, 0, 26, 0.78),
        ]
        things = [one for one in things if one[0] != motif or one[1] == stuff]
        return still_life(slug, _lot(slug + "home", DUSK), things, TOGETHER)
    return still_life(slug, palette, [(motif, stuff, 0, 0, 1)], VIEW)


def _lot(slug: str, choices: tuple[str, ...]) -> str:
    return choices[hashlib.sha256(slug.encode()).digest()[7] % len(choices)]
