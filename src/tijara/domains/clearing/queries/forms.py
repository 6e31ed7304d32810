"""What the file of a report looks like, for who says which column is which."""

from uuid import UUID

from tijara.kit.arabic import strip_controls
from tijara.kit.ids import OPERATOR_ID
from tijara.platform import files, lists

from ..models import GatewayReport
from ..rules import guessed_kind, told_word

MOST_WORDS = 20
"""Nobody calls more kinds of lines by names of their own: it is another column."""


def report_sample(report_id: UUID, most: int = 4) -> list[list[str]]:
    """The first lines of its file, cell by cell in the order of its headings, without marks that
    nobody sees."""
    stored, header = _file(report_id)
    rows = lists.first_rows(stored, len(header), most) if stored else []
    return [[strip_controls(cell) for cell in row] for row in rows]


def kind_words(report_id: UUID, heading: str) -> list[str]:
    """What stands in a column, each word once, in the order of the file; at most so many as
    anybody could mean."""
    stored, header = _file(report_id)
    if stored is None or heading not in header:
        return []
    try:
        rows = list(lists.rows_of(stored, {"kind": heading}))
    except lists.ListBroken:
        return []
    words = dict.fromkeys(told_word(told["kind"]) for _, told in rows if told)
    return list(words)[:MOST_WORDS]


def kind_guess(word: str) -> str:
    """What a word means most likely; empty where nothing suggests itself."""
    return str(guessed_kind(word) or "")


def _file(report_id: UUID) -> tuple[files.StoredFile | None, list[str]]:
    row = GatewayReport.objects.filter(id=report_id).first()
    return (files.find(OPERATOR_ID, row.file_id), row.header) if row else (None, [])
