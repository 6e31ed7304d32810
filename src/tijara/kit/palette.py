"""Words that need no translating by hand: ordinary options, colours and their swatches."""

from functools import lru_cache

from tijara.kit.arabic import fold

OPTIONS = (
    ("اللون", "Colour", "Couleur"),
    ("المقاس", "Size", "Taille"),
    ("السعة", "Capacity", "Capacité"),
    ("الوزن", "Weight", "Poids"),
    ("الطول", "Length", "Longueur"),
    ("الخامة", "Material", "Matière"),
    ("الطراز", "Style", "Style"),
    ("النكهة", "Flavour", "Goût"),
    ("العبوة", "Pack", "Lot"),
    ("المدّة", "Term", "Durée"),
)
COLOURS = (
    ("أسود", "Black", "Noir", "#1c1c1e"),
    ("أبيض", "White", "Blanc", "#ffffff"),
    ("رمادي", "Grey", "Gris", "#8a8d91"),
    ("فضّي", "Silver", "Argent", "#c4c8cc"),
    ("ذهبي", "Gold", "Doré", "#c9a227"),
    ("نحاسي", "Copper", "Cuivre", "#b06a3b"),
    ("أحمر", "Red", "Rouge", "#b3261e"),
    ("عنّابي", "Maroon", "Bordeaux", "#6d1f2c"),
    ("وردي", "Pink", "Rose", "#e79ab0"),
    ("برتقالي", "Orange", "Orange", "#e07a1f"),
    ("أصفر", "Yellow", "Jaune", "#f2c230"),
    ("أخضر", "Green", "Vert", "#2e7d4f"),
    ("زيتي", "Olive", "Olive", "#6b6b2f"),
    ("فيروزي", "Turquoise", "Turquoise", "#2aa5a0"),
    ("سماوي", "Sky blue", "Bleu ciel", "#7db9e8"),
    ("أزرق", "Blue", "Bleu", "#2455a4"),
    ("كحلي", "Navy", "Bleu marine", "#1d2a4d"),
    ("بنفسجي", "Purple", "Violet", "#6b4fa0"),
    ("بنّي", "Brown", "Marron", "#6f4e37"),
    ("جملي", "Camel", "Camel", "#b88a5b"),
    ("بيج", "Beige", "Beige", "#d9c7a7"),
    ("كريمي", "Cream", "Crème", "#f3ead7"),
)
_OPTIONS = {fold(name): names for names in OPTIONS for name in reversed(names)}
_COLOURS = {fold(name): names for names in COLOURS for name in reversed(names[:3])}
ALSO = {"color": "colour", "flavor": "flavour", "gray": "grey"}
"""American spellings."""


def known_option(name: str) -> tuple[str, str, str] | None:
    return _OPTIONS.get(_spelt(name))


def known_colour(name: str) -> tuple[str, str, str, str] | None:
    return _COLOURS.get(_spelt(name))


@lru_cache(4096)
def _spelt(name: str) -> str:
    folded = fold(name)
    return ALSO.get(folded, folded)
