"""Rows of a table as people send it: a text of cells or a sheet of a workbook, packed or not.

The file is taken to be hostile. It is read piece by piece within limits; a row that can't be read
is told as such, and the reading goes on with the next one. Nothing is ever skipped in silence.
"""

from .opening import open_table
from .shapes import LARGEST_FILE, LONGEST_LINE, MOST_COLUMNS, Row, Table, TableUnreadable
from .text import ENCODINGS, SEPARATORS, encoding_of, stays_open
from .writing import MARK, harmless, write_table

__all__ = [
    "ENCODINGS",
    "LARGEST_FILE",
    "LONGEST_LINE",
    "MARK",
    "MOST_COLUMNS",
    "SEPARATORS",
    "Row",
    "Table",
    "TableUnreadable",
    "encoding_of",
    "harmless",
    "open_table",
    "stays_open",
    "write_table",
]
