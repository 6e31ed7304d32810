"""How a motif stands, alone or in company."""

from collections.abc import Callable

from .canvas import FLOOR, VIEW, Canvas
from .ground import plinth, stand
from .room import backdrop
from .shapes import n

MOTIFS: dict[str, Callable[[Canvas], None]] = {}
FAMILY: dict[str, str] = {}
"""The package of each motif: what stands near it belongs there."""


def drawing(draw: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
    """Register a drawing that stands by itself."""
    MOTIFS[draw.__name__] = draw
    FAMILY[draw.__name__] = draw.__module__.split(".")[-2]
    return draw


def motif(contact=130, plinths="none block round", w=205, h=52, floor=0):
    """Register a drawing: `contact` is half the width of where it touches the ground."""

    def keep(draw: Callable[[Canvas, float, float], None]):
        def stands(s: Canvas) -> None:
            plinth(s, s.rng.choice(plinths.split()), w=w, h=h)
            if floor:
                s.floor_y = floor
            stand(s, lambda: draw(s, s.floor_y, 400), contact)

        stands.__name__, stands.__module__ = draw.__name__, draw.__module__
        drawing(stands)
        return draw

    return keep


def still_life(slug, palette, things, view=VIEW, behind=""):
    """One picture. `things`: (motif, material, x, y, scale); one alone stands on its plinth."""
    room = Canvas(slug, palette)
    backdrop(room, behind)
    if len(things) == 1 and things[0][2:] == (0, 0, 1):
        name, material, *_ = things[0]
        room.material = material
        MOTIFS[name](room)
        return room.svg(view)
    ground = FLOOR + 26
    for place, (name, material, x, y, scale) in enumerate(things):
        part = Canvas(f"{slug}{place}", palette, material, is_bare=True)
        MOTIFS[name](part)
        shift = f"translate({n(400 + x - 400 * scale)},{n(ground + y - ground * scale)})"
        room.defs += part.defs
        room.add(f'<g transform="{shift} scale({scale})">{"".join(part.body)}</g>')
    return room.svg(view)
