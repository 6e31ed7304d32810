"""Fonts from their npm packages, cut to what the pages show, as woff2."""

from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ARABIC = "U+0600-06FF,U+200C-200F,U+FB50-FDFF,U+FE70-FEFC"
LATIN = (
    "U+0020-007E,U+00A0,U+00A9,U+00AB,U+00AE,U+00B0,U+00B7,U+00BB,U+00C0,U+00C2,U+00C7-00CB,"
    "U+00CE-00CF,U+00D4,U+00D7,U+00D9,U+00DB,U+00E0,U+00E2,U+00E4,U+00E6-00EB,U+00EE-00EF,U+00F4,"
    "U+00F6,U+00F9,U+00FB-00FC,U+0152-0153,U+202F,"
    "U+2013-2014,U+2018-2019,U+201C-201D,U+2022,U+2026,U+2190-2193,U+2122,U+2212"
)
"""English and French."""
READING_LETTERS = "U+0600-063A,U+0640-0655,U+0660-066D,U+0670-0671,U+067E,U+0686,U+0698,U+06A4"
TITLE_LETTERS = "U+060C,U+061B,U+061F,U+0621-063A,U+0640-0652,U+0660-0669"
TITLE_LATIN = "U+0021-007E,U+00AB,U+00BB,U+2019,U+201C-201D,U+2013-2014"
"""Without the space, or every Arabic title would fetch the Latin letters for it."""
TITLE_FRENCH = "U+00C0-00FF,U+0152-0153"
"""Apart, so that only French titles fetch them."""
WEIGHTS = (300, 600)


@dataclass(frozen=True, slots=True)
class Face:
    family: str
    weight: str
    package_file: str
    target: str
    letters: str
    shown_for: str


READEX = "@fontsource-variable/readex-pro/files/readex-pro"
KUFI = "@fontsource/reem-kufi/files/reem-kufi"
FACES = (
    Face(
        "Readex Pro Variable",
        "300 600",
        f"{READEX}-arabic-wght-normal.woff2",
        "readex-ar",
        READING_LETTERS + ",U+200C-200F,U+FB50-FDFF,U+FE70-FEFC",
        ARABIC,
    ),
    Face(
        "Readex Pro Variable",
        "300 600",
        f"{READEX}-latin-wght-normal.woff2",
        "readex-latin",
        LATIN,
        LATIN,
    ),
    Face("Reem Kufi", "600", f"{KUFI}-arabic-600-normal.woff2", "kufi-ar", TITLE_LETTERS, ARABIC),
    Face(
        "Reem Kufi", "600", f"{KUFI}-latin-600-normal.woff2", "kufi-latin", TITLE_LATIN, TITLE_LATIN
    ),
    Face(
        "Reem Kufi",
        "600",
        f"{KUFI}-latin-600-normal.woff2",
        "kufi-french",
        TITLE_FRENCH,
        TITLE_FRENCH,
    ),
)


@dataclass(frozen=True, slots=True)
class PaperFace:
    family: str
    package_file: str
    letters: str
    weights: tuple[int, ...]
    shown_for: str = ""


ON_PAPER = {
    "readex-ar": PaperFace(
        "Readex",
        f"{READEX}-arabic-wght-normal.woff2",
        READING_LETTERS + ",U+200C-200F",
        WEIGHTS,
        ARABIC,
    ),
    "readex-latin": PaperFace("ReadexLatin", f"{READEX}-latin-wght-normal.woff2", LATIN, WEIGHTS),
    "kufi-ar": PaperFace("Kufi", f"{KUFI}-arabic-600-normal.woff2", TITLE_LETTERS, (600,)),
    "kufi-latin": PaperFace("KufiLatin", f"{KUFI}-latin-600-normal.woff2", TITLE_LATIN, (600,)),
}
"""For documents, whose press asks one font for a whole run of words and the spaces in it. A file a
weight: a press that is given a variable font makes one of them anew for each document."""


def build_fonts(folder: Path, packages: Path) -> str:
    """The files; the rules that name them, or nothing when a package is missing."""
    if not all((packages / face.package_file).exists() for face in FACES):
        return ""
    (folder / "fonts").mkdir(exist_ok=True)
    for face in FACES:
        cut(packages / face.package_file, folder / "fonts" / f"{face.target}.woff2", face.letters)
    build_paper_fonts(folder / "paper", packages)
    return "".join(rule(face) for face in FACES)


def build_paper_fonts(folder: Path, packages: Path) -> None:
    """The files, and `fonts.css` that names them."""
    folder.mkdir(exist_ok=True)
    rules = []
    for name, face in ON_PAPER.items():
        for weight in face.weights:
            target = f"{name}-{weight}.woff2"
            cut(packages / face.package_file, folder / target, f"{face.letters},U+0020", weight)
            rules.append(paper_rule(face, weight, target))
    (folder / "fonts.css").write_text("".join(rules))


def cut(source: Path, target: Path, letters: str, weights: tuple[int, int] | int = WEIGHTS) -> None:
    """Only these letters with all their joins, and of a variable font only these weights."""
    options = subset.Options(flavor="woff2", hinting=False, notdef_outline=True)
    options.layout_features = [*options.layout_features, "tnum", "lnum"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(letters))
    font = TTFont(source)
    cutter.subset(font)
    if "fvar" in font:
        font = instantiateVariableFont(font, {"wght": weights}, inplace=True)
    subset.save_font(font, str(target), options)


def rule(face: Face) -> str:
    return (
        f"@font-face{{font-family:'{face.family}';font-weight:{face.weight};font-display:swap;"
        f"src:url('fonts/{face.target}.woff2') format('woff2');unicode-range:{face.shown_for}}}\n"
    )


def paper_rule(face: PaperFace, weight: int, file: str) -> str:
    shown_for = f";unicode-range:{face.shown_for}" if face.shown_for else ""
    return (
        f"@font-face{{font-family:{face.family};font-weight:{weight};"
        f"src:url('{file}'){shown_for}}}\n"
    )
