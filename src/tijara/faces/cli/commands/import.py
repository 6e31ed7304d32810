"""Import a file: `tijara import catalogue FILE`, `tijara import geography FILE --country SA`.

CSV, TSV or XLSX, packed with gzip or not, in UTF-8, UTF-16 or Arabic Windows letters. The
columns are known by their names in Arabic and English; --map tells what the names don't.
"""

import argparse
from pathlib import Path
from uuid import UUID

from django.conf import settings

from tijara.domains.geography.shapes import Level
from tijara.domains.offers.actions import ColumnsUnclear, FileUnreadable, import_catalogue
from tijara.domains.offers.queries import rejected_rows
from tijara.domains.offers.shapes import ImportChoices, ImportReport
from tijara.faces.cli.catalogue_import.report import report_lines
from tijara.faces.cli.catalogue_import.stores import seller_for
from tijara.faces.cli.catalogue_import.words import reason
from tijara.faces.cli.geography_import import bring_places
from tijara.faces.cli.import_faults import keep_rejected, tell_columns, tell_unreadable
from tijara.faces.cli.terminal import progress, say, warn
from tijara.kit.actor import SYSTEM
from tijara.platform.supervisor.record import running_record

DEMONSTRATION_UNITS = 10
MISSING = {"no_name_column": "No column holds the names. Say which: --map COLUMN=name_ar"}
BROKEN_OFF = "What was read before it broke off is in; --resume goes on from there."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["catalogue", "geography"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--store", default="", help="the store's address; else the market's own")
    parser.add_argument("--dry-run", action="store_true", help="report, and keep nothing")
    parser.add_argument(
        "--map",
        nargs="+",
        default=[],
        metavar="COLUMN=FIELD",
        help="what a column is: name_ar, name_en, brand, category, price, sale_price, stock, key, "
        "parent, option_1, …; spec keeps it as it is; nothing after = passes it over. Of places: "
        "number, name_ar, name_en, parent",
    )
    parser.add_argument("--country", default="", help="whose places they are: SA, EG, …")
    parser.add_argument(
        "--level",
        choices=[level.value for level in Level],
        help="what the list is of, where its columns don't say",
    )
    parser.add_argument(
        "--stock",
        type=int,
        metavar="N",
        help="units of each new offer whose row tells none "
        f"({DEMONSTRATION_UNITS} in a demonstration, else 0)",
    )
    parser.add_argument("--source", default="", help="whose ids the keys are; else the file's name")
    parser.add_argument("--resume", action="store_true", help="go on where an import broke off")


def run(options: argparse.Namespace) -> int:
    if not options.file.is_file():
        warn(f"There is no file {options.file}.")
        return 2
    if options.what == "geography":
        return bring_places(options)
    seller_id = seller_for(options.store)
    choices = _choices(options)
    try:
        report = import_catalogue(
            actor=SYSTEM,
            seller_id=seller_id,
            file=options.file,
            choices=choices,
            on_progress=lambda rows: progress(f"{rows:,} rows"),
        )
    except FileUnreadable as refusal:
        return tell_unreadable(refusal, afterwards=BROKEN_OFF)
    except ColumnsUnclear as refusal:
        return tell_columns(refusal, MISSING)
    for line in report_lines(report, choices):
        say(line)
    if not report.is_dry_run and running_record() is None:
        say("\nThe shelves fill once `tijara up` runs: its worker brings the changes there.")
    if report.rejected and not report.is_dry_run:
        _keep_rejected(seller_id, report, options.file)
    return 0


def _choices(options: argparse.Namespace) -> ImportChoices:
    units = options.stock
    if units is None:
        units = DEMONSTRATION_UNITS if settings.DEMONSTRATION else 0
    pairs = [pair.rpartition("=") for pair in options.map]
    return ImportChoices(
        columns={column: field for column, _, field in pairs},
        first_units=max(units, 0),
        source=options.source,
        is_dry_run=options.dry_run,
        resume=options.resume,
    )


def _keep_rejected(seller_id: UUID, report: ImportReport, file: Path) -> None:
    found = rejected_rows(seller_id, report.run_id)
    rows = ([row.line, *reversed(reason(row.fault)), row.column, *row.cells] for row in found)
    keep_rejected(report.run_id, file, rows, beside=["العمود / column"])
