"""What every import says of a file that it can't take, or takes only in part."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from uuid import UUID

from tijara.faces.cli.catalogue_import.words import FILE_FAULTS
from tijara.faces.cli.terminal import say, warn
from tijara.kit.refusal import Invalid, Refusal
from tijara.kit.tables import open_table, write_table
from tijara.platform import places

WHERE_AND_WHY = ("السطر / line", "السبب", "reason")


def tell_unreadable(refusal: Refusal, *, afterwards: str) -> int:
    warn(FILE_FAULTS.get(str(refusal.facts["why"]), refusal.code))
    warn(afterwards)
    return 1


def tell_columns(refusal: Invalid, missing: Mapping[str, str]) -> int:
    """`missing` has a sentence for each code of a column that was not found."""
    for column, code in refusal.fields.items():
        warn(missing.get(code) or f"--map {column}: no such column or field")
    warn(f"The columns are: {refusal.facts['header']}")
    return 1


def keep_rejected(
    name: UUID, source: Path, rows: Iterable[Iterable[object]], *, beside: Iterable[str] = ()
) -> None:
    """The rows that were not taken, each with its line and why, as a file that any spreadsheet
    opens: UTF-8 with its mark, so that Arabic shows, and no cell can run as a formula."""
    target = places.data() / "imports" / f"{name}.csv"
    target.parent.mkdir(parents=True, exist_ok=True)
    header = [*WHERE_AND_WHY, *beside, *open_table(source).header]
    with target.open("w", encoding="utf-8", newline="") as told:
        write_table(told, [header, *map(list, rows)])
    say(f"\nThe rejected rows, with their reasons: {target}")
