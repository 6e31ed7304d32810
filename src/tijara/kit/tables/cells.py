"""What the parts of a workbook tell, element by element; no tree of them is ever built."""

import re
from datetime import UTC, datetime, timedelta

from .shapes import LONGEST_LINE, MOST_COLUMNS, TableUnreadable

DEEPEST = 40
MOST_LETTERS = 32 << 20
MOST_NAMES = 1_000_000
DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Numbers of the formats that every workbook has for dates and times."""
QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
SAYS_DATE = re.compile(r"[ymdhs]", re.IGNORECASE)
FIRST_DAY = datetime(1899, 12, 30, tzinfo=UTC)
LAST_DAY = 2_958_465
Attributes = dict[str, str]


class Told:
    """Hears the elements of one part. Those below hear what they are for."""

    def __init__(self) -> None:
        self._depth = 0
        self._letters = 0
        self._text: list[str] | None = None

    def start(self, tag: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise TableUnreadable("broken_archive")
        self.begin(tag.rpartition("}")[2], attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self.finish(tag.rpartition("}")[2])

    def data(self, text: str) -> None:
        if self._text is not None and self._letters < LONGEST_LINE:
            self._letters += len(text)
            self._text.append(text)

    def close(self) -> None:
        """Nothing is left to say."""

    def begin(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""

    def finish(self, tag: str) -> None:
        """An element ends."""

    def listen(self) -> None:
        self._text, self._letters = [], 0

    def heard(self) -> str:
        text = "".join(self._text or ())
        self._text = None
        return text


class Sheets(Told):
    """The links of the sheets that are shown, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def begin(self, tag: str, attributes: Attributes) -> None:
        if tag == "sheet" and attributes.get("state", "visible") == "visible":
            links = [value for name, value in attributes.items() if name.endswith("}id")]
            self.shown += links[:1]


class Links(Told):
    """Where links lead: the part of a sheet by its link."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: dict[str, str] = {}

    def begin(self, tag: str, attributes: Attributes) -> None:
        if tag == "Relationship" and len(self.targets) < MOST_COLUMNS:
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")


class Names(Told):
    """The texts that cells share."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[str] = []
        self._parts: list[str] = []
        self._sum = 0
        self._is_reading_aloud = False

    def begin(self, tag: str, attributes: Attributes) -> None:
        if tag == "si":
            self._parts = []
        elif tag == "rPh":
            self._is_reading_aloud = True
        elif tag == "t" and not self._is_reading_aloud:
            self.listen()

    def finish(self, tag: str) -> None:
        if tag == "t" and not self._is_reading_aloud:
            self._parts.append(self.heard())
        elif tag == "rPh":
            self._is_reading_aloud = False
        elif tag == "si":
            self.all.append("".join(self._parts))
            self._sum += len(self.all[-1])
            if self._sum > MOST_LETTERS or len(self.all) > MOST_NAMES:
                raise TableUnreadable("too_large")


class Styles(Told):
    """Which styles of cells show a date."""

    def __init__(self) -> None:
        super().__init__()
        self.dated: list[bool] = []
        self._own: dict[int, bool] = {}
        self._is_inside = False

    def begin(self, tag: str, attributes: Attributes) -> None:
        number = int(attributes.get("numFmtId", "0"))
        if tag == "numFmt":
            code = QUOTED.sub("", attributes.get("formatCode", ""))
            self._own[number] = bool(SAYS_DATE.search(code))
        elif tag == "cellXfs":
            self._is_inside = True
        elif tag == "xf" and self._is_inside:
            self.dated.append(self._own.get(number, number in DATE_FORMATS))

    def finish(self, tag: str) -> None:
        if tag == "cellXfs":
            self._is_inside = False


class Grid(Told):
    """The rows of a sheet: (number, cells)."""

    def __init__(self, names: list[str], dated: list[bool]) -> None:
        super().__init__()
        self._names, self._dated = names, dated
        self._rows: list[tuple[int, list[str]]] = []
        self._number = 0
        self._cells: list[str] = []
        self._place = 0
        self._cell: Attributes = {}
        self._value = ""

    def taken(self) -> list[tuple[int, list[str]]]:
        """The rows that ended since the last time."""
        rows, self._rows = self._rows, []
        return rows

    def begin(self, tag: str, attributes: Attributes) -> None:
        if tag == "row":
            said = attributes.get("r", "")
            self._number = int(said) if said.isdecimal() else self._number + 1
            self._cells, self._place = [], 0
        elif tag == "c":
            self._cell, self._value = attributes, ""
            self._place = _column(attributes.get("r", "")) or self._place + 1
        elif tag in ("v", "t"):
            self.listen()

    def finish(self, tag: str) -> None:
        if tag in ("v", "t"):
            self._value += self.heard()
        elif tag == "c" and self._place <= MOST_COLUMNS + 1:
            self._cells += [""] * (self._place - len(self._cells))
            self._cells[self._place - 1] = self._shown()
        elif tag == "row":
            self._rows.append((self._number, self._cells))

    def _shown(self) -> str:
        kind, value = self._cell.get("t", "n"), self._value
        if kind == "s":
            place = int(value) if value.isdecimal() else -1
            return self._names[place] if 0 <= place < len(self._names) else ""
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if kind != "n" or not value:
            return value
        style = int(self._cell.get("s", "0"))
        is_date = 0 <= style < len(self._dated) and self._dated[style]
        return _number(value, is_date)


def _column(place: str) -> int:
    """27 of "AA5"; 0 of what names no column."""
    column = 0
    for letter in place.rstrip("0123456789")[:4]:
        if not "A" <= letter <= "Z":
            return 0
        column = column * 26 + ord(letter) - 64
    return column


def _number(text: str, is_date: bool) -> str:
    """As a person would write it: 249.5, not 249.49999999999997; a day as 2026-11-20."""
    try:
        number = float(text)
    except ValueError:
        return text
    if is_date and 0 < number < LAST_DAY:
        moment = FIRST_DAY + timedelta(days=number)
        return moment.strftime("%Y-%m-%d" if number.is_integer() else "%Y-%m-%d %H:%M")
    if abs(number) >= 1e15:
        return text
    return f"{number:.6f}".rstrip("0").rstrip(".")
