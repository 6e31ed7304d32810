"""The signs of the demonstration's shops: an emblem on the shop's own colour."""

from dataclasses import dataclass

from .colour import oklch
from .shapes import arch, n, ring_of, star


@dataclass(frozen=True, slots=True)
class Sign:
    """`hue` of the ground; `ink` are outlines that are filled, `line` those that are drawn, `gold`
    what is gilded; all on a square of a hundred."""

    hue: float
    ink: str = ""
    line: str = ""
    gold: str = ""
    light: float = 0.38
    chroma: float = 0.085


def sign_svg(slug: str) -> str:
    told = SIGNS[slug]
    ground, deep = _colour(told, 0), _colour(told, -0.07)
    paper, leaf = oklch(0.965, 0.016, 85), oklch(0.82, 0.12, 82)
    parts = [
        f'<rect width="100" height="100" fill="{ground}"/>',
        f'<path d="{star(50, 50, 66)}" fill="{deep}"/>',
        f'<path d="{told.ink}" fill="{paper}" fill-rule="evenodd"/>',
        f'<path d="{told.line}" fill="none" stroke="{paper}" {ROUND}/>',
        f'<path d="{told.gold}" fill="{leaf}"/>',
    ]
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{"".join(parts)}</svg>'


ROUND = 'stroke-width="4" stroke-linecap="round" stroke-linejoin="round"'


def _colour(told: Sign, lighter: float) -> str:
    return oklch(told.light + lighter, told.chroma, told.hue)


def _drop(x: float, top: float, r: float) -> str:
    """Pointed above, round below."""
    y = top + 2.1 * r
    return (
        f"M{x},{top}C{n(x + r * 0.5)},{n(top + r * 0.8)} {n(x + r)},{n(y - r * 0.7)} {n(x + r)},"
        f"{n(y)}A{r},{r} 0 1 1 {n(x - r)},{n(y)}C{n(x - r)},{n(y - r * 0.7)} {n(x - r * 0.5)},"
        f"{n(top + r * 0.8)} {x},{top}Z"
    )


def _squares(*places: tuple[int, int]) -> str:
    return "".join(f"M{x},{y}h10v10h-10Z" for x, y in places)


BEAN = "M50,20C70,24 77,44 70,62 64,77 48,84 38,78 23,70 22,46 32,32 37,24 43,19 50,20Z"
SIGNS = {
    "nahhas": Sign(
        45,
        ink="M42,34H60C61,45 70,52 70,66 70,76 64,80 64,80H38C38,80 32,76 32,66 32,52 41,45 42,34Z"
        "M39,52 22,38C20,48 25,60 34,63Z",
        line="M64,40C80,38 82,62 68,66",
        gold="M43,30H59L55,23H47Z" + ring_of(51, 18, 4, 4),
    ),
    "khawlani": Sign(
        55,
        ink=BEAN,
        gold="M52,22C40,38 64,52 44,78 42,79 41,79 40,78 54,54 34,40 50,21Z",
        light=0.34,
    ),
    "oud": Sign(
        350,
        ink="M30,66H70L64,82H36Z" + "M26,60H74V64H26Z",
        line="M50,54C36,46 62,38 50,28 44,22 50,16 54,14M38,52C32,46 42,40 38,32"
        "M62,52C56,46 68,40 62,34",
        gold=ring_of(50, 74, 4, 4),
    ),
    "raqmi": Sign(
        240,
        ink=_squares(
            (45, 21), (33, 33), (57, 33), (21, 45), (69, 45), (33, 57), (57, 57), (45, 69)
        ),
        gold=_squares((45, 45)),
        light=0.42,
        chroma=0.12,
    ),
    "tahi": Sign(
        28,
        ink="M28,48H72V66C72,74 67,79 60,79H40C33,79 28,74 28,66ZM20,50H26V56H20ZM74,50H80V56H74Z"
        "M27,40C30,34 40,31 50,31 60,31 70,34 73,40V44H27Z",
        gold=ring_of(50, 25, 5, 5),
        light=0.44,
        chroma=0.12,
    ),
    "lulwa": Sign(
        10,
        ink="M50,80 20,54C20,32 36,22 50,22 64,22 80,32 80,54Z",
        gold=ring_of(50, 62, 11, 11),
        light=0.58,
        chroma=0.11,
    ),
    "barr": Sign(
        62,
        ink="M14,76C30,54 44,56 54,68 62,58 74,54 88,76Z"
        "M50,30 68,58C62,56 58,58 54,62 48,54 40,52 32,56Z",
        gold=ring_of(72, 30, 8, 8),
        light=0.46,
    ),
    "rayhan": Sign(
        150,
        ink="M49,78C49,58 48,50 26,44 24,30 36,28 44,36 50,42 51,52 52,56 54,44 60,30 78,26 82,44"
        " 70,54 54,58 53,64 53,72 53,78Z",
        gold=ring_of(50, 24, 5, 5),
        light=0.42,
    ),
    "waraq": Sign(
        265,
        ink="M50,16 66,48C64,58 60,64 57,70H43C40,64 36,58 34,48ZM42,74H58V82H42Z",
        gold=ring_of(50, 50, 5, 5) + "M49,18h2v28h-2Z",
        light=0.36,
        chroma=0.12,
    ),
    "nada": Sign(
        200, ink=_drop(50, 20, 19), gold="M41,58A9,9 0 0 0 50,68L50,64A5,5 0 0 1 45,58Z", light=0.50
    ),
    "khayt": Sign(
        310,
        ink="M76,20 80,24 40,66 30,72 34,62ZM71,28 69,30 72,33 74,31Z",
        line="M72,30C52,14 20,26 24,48 28,66 62,54 70,68 76,80 56,86 46,80",
        light=0.40,
    ),
    "qasr": Sign(
        215,
        ink=arch(50, 18, 30, 82, "pointed"),
        gold=ring_of(50, 48, 8, 8)
        + ring_of(41, 58, 8, 8)
        + ring_of(59, 58, 8, 8)
        + "M48,62h4v14h-4Z",
        light=0.42,
        chroma=0.06,
    ),
    "fawanees": Sign(
        75,
        ink="M38,36H62L70,48 64,74H36L30,48ZM36,78H64V82H36ZM40,32H60L50,20Z",
        line="M50,20V14",
        gold="M50,42 58,52 50,70 42,52Z",
        light=0.40,
    ),
    "qutn": Sign(
        190,
        ink=ring_of(50, 34, 13, 13) + ring_of(37, 50, 13, 13) + ring_of(63, 50, 13, 13),
        gold="M50,84C46,72 36,66 26,66 36,58 46,62 50,70 54,62 64,58 74,66 64,66 54,72 50,84Z",
        light=0.46,
        chroma=0.06,
    ),
    "attara": Sign(
        40,
        ink="M26,44H74C74,60 68,70 58,74V80H42V74C32,70 26,60 26,44Z",
        line="M56,40 70,16",
        gold=star(50, 58, 8),
        light=0.42,
        chroma=0.11,
    ),
    "matbakh": Sign(
        20,
        ink="M36,18C44,18 46,28 44,38 43,42 40,44 39,46L40,82H32L33,46C32,44 29,42 28,38 26,28"
        " 28,18 36,18Z"
        "M56,18h3v18h4v-18h3v18h4v-18h3v22c0,6 -4,8 -6,9v33h-6v-33c-2,-1 -5,-3 -5,-9Z",
        light=0.46,
        chroma=0.12,
    ),
}
