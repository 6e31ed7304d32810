"""Imports of a shop's file, as others see them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class ImportState(StrEnum):
    MAPPING = "mapping"
    """The file is there; a person looks at what its columns are."""
    CHECKING = "checking"
    """The worker tries it out, or will."""
    CHECKED = "checked"
    """It is known what would become of each row; a person decides."""
    IMPORTING = "importing"
    DONE = "done"
    STOPPED = "stopped"
    """It broke off; what was read before is in."""
    UNDOING = "undoing"
    UNDONE = "undone"


class ChangeFate(StrEnum):
    """What became of one change of an import when it was undone."""

    UNDONE = "undone"
    RETURNED = "returned"
    """Undone, and brought again by a later import."""
    SOLD = "sold"
    """Units of it were sold since: it stays on the shelf."""
    CHANGED = "changed"
    """Its price was changed by someone since."""
    HELD = "held"
    """Buyers are paying for it right now."""


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """How a file is to be read. `columns` maps a header to a field ("السعر": "price"), where the
    names alone don't tell; `first_units` is the stock of new offers whose row tells none;
    `sets_stock` counts the stock of offers that stand anew, too."""

    columns: dict[str, str] = field(default_factory=dict)
    first_units: int = 0
    source: str = ""
    is_dry_run: bool = False
    resume: bool = False
    encoding: str = ""
    separator: str = ""
    sets_stock: bool = False


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a file. `read` is the sum of created, updated, unchanged and rejected."""

    run_id: UUID
    file_name: str
    encoding: str
    separator: str
    columns: Mapping[str, str]
    ignored: tuple[str, ...]
    resumed_after: int
    """The line that an earlier import of the same file had come to; 0 for a fresh one."""
    blank: int
    """Lines that sell nothing by themselves: empty, pictures, products before their options."""
    read: int
    created: int
    updated: int
    unchanged: int
    rejected: int
    unpriced: int
    faults: Mapping[str, int]
    """Rejected rows by reason."""
    is_dry_run: bool


@dataclass(frozen=True, slots=True)
class RejectedRow:
    line: int
    fault: str
    column: str
    """The header of the column that the fault is in, or nothing."""
    cells: list[str]


@dataclass(frozen=True, slots=True)
class ImportRunView:
    """An import in the seller's list of them."""

    id: UUID
    file_name: str
    state: ImportState
    header: tuple[str, ...]
    encoding: str
    separator: str
    choices: ImportChoices
    total: int | None
    line: int
    read: int
    created: int
    updated: int
    unchanged: int
    rejected: int
    passed: int
    unpriced: int
    problem: str
    started_at: datetime
    finished_at: datetime | None

    @property
    def percent(self) -> int:
        """How much of the file is done; 0 before its rows were counted."""
        return min(100 * self.read // self.total, 100) if self.total else 0

    @property
    def is_at_work(self) -> bool:
        return self.state in (ImportState.CHECKING, ImportState.IMPORTING, ImportState.UNDOING)


@dataclass(frozen=True, slots=True)
class PreviewColumn:
    """A column, what it is taken for ("" is passed over), and some of what stands in it."""

    name: str
    field: str
    samples: tuple[str, ...]
    is_learned: bool
    """Because the seller once said so."""


@dataclass(frozen=True, slots=True)
class PreviewFamily:
    """Rows that would become one product, and what its variants are. It may have no name yet."""

    name: str
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportPreview:
    encoding: str
    separator: str
    dialect: str
    """The shop whose export this looks like, or nothing."""
    columns: tuple[PreviewColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    families: tuple[PreviewFamily, ...] = ()
    """Of the beginning of the file, as many as are shown."""
    more_families: int = 0
    """How many more there are in that beginning."""


@dataclass(frozen=True, slots=True)
class KeptChange:
    """A change of an import that was not undone, and why."""

    fate: ChangeFate
    name_ar: str
    name_en: str
    slug: str
