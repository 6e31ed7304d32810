"""The coffee pot of the house."""

from ...colour import BRASS, COPPER, STEEL, oklch, tone
from ...ground import plinth, stand
from ...materials import metal
from ...shapes import At, Girth
from ...solids import hoop, lathe, rod, sphere, stars_on
from ...studio import drawing
from ...surfaces import shape

BELLY = ((0, 104), (12, 112), (12, 112), (60, 126), (130, 104), (195, 66), (238, 52), (252, 55))
NECK = ((250, 60), (258, 66), (258, 66), (300, 70), (335, 80), (342, 86))
LID = ((342, 90), (350, 88), (350, 82), (380, 66), (410, 36), (440, 14), (452, 9))


@drawing
def dallah(s):
    t = tone(s, BRASS, BRASS, COPPER, STEEL)
    plinth(s, s.rng.choice(["round", "steps", "block"]))
    at = At(395, s.floor_y)

    def draw():
        _spout(s, at, t)
        for profile in (BELLY, NECK, LID):
            lathe(s, at, profile, metal(*t))
        sphere(s, at.x, at.y - 466, 15, t)
        _engraving(s, at, t)

    stand(s, draw, 118, at.x)


def _spout(s, at, t):
    """And the handle behind."""
    cx, b = at.x, at.y
    s.shadow.append(
        f"M{cx - 60},{b - 262}C{cx - 130},{b - 275} {cx - 160},{b - 330} "
        f"{cx - 205},{b - 392}C{cx - 160},{b - 385} {cx - 110},{b - 372} "
        f"{cx - 70},{b - 340}Z"
    )
    handle = f"M{cx + 74},{b - 326}C{cx + 215},{b - 355} {cx + 225},{b - 190} {cx + 112},{b - 96}"
    rod(s, handle, 24, t)
    d = (
        f"M{cx - 58},{b - 262}C{cx - 128},{b - 272} {cx - 160},{b - 330} "
        f"{cx - 208},{b - 396}C{cx - 160},{b - 388} {cx - 108},{b - 374} "
        f"{cx - 66},{b - 338}Z"
    )
    stops = [
        (0, oklch(t[0] + 0.16, t[1] * 0.8, t[2])),
        (0.45, oklch(*t)),
        (1, oklch(t[0] * 0.42, t[1], t[2])),
    ]
    shape(s, d, s.lin(stops, 0, 0, 0.35, 1))


def _engraving(s, at, t):
    ink = oklch(t[0] * 0.42, t[1], t[2])
    hoop(s, Girth(at.x, at.y, 250, 60), 5, oklch(t[0] * 0.5, t[1], t[2]), 0.8)
    stars_on(s, Girth(at.x, at.y, 78, 124), 17, 9, ink, 0.75)
    for y, r in ((112, 112), (42, 123)):
        hoop(s, Girth(at.x, at.y, y, r), 2.5, ink, 0.7)
