"""Import a list of places: `tijara import geography FILE --country SA`."""

import argparse
from collections import Counter
from collections.abc import Iterator

from tijara.domains.geography.actions import ColumnsUnclear, FileUnreadable, import_places
from tijara.domains.geography.shapes import Level, PlacesReport
from tijara.domains.markets.queries import CountryUnknown, country_profile
from tijara.faces.cli.catalogue_import.words import reason
from tijara.faces.cli.import_faults import keep_rejected, tell_columns, tell_unreadable
from tijara.faces.cli.terminal import progress, say, warn
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

REASONS = {
    "no_name": ("no name", "بلا اسم"),
    "name_too_long": ("a name of more than 120 letters", "الاسم أطول من 120 حرفًا"),
    "number_too_long": ("a number of more than 40 letters", "الرقم أطول من 40 حرفًا"),
    "parent_unknown": (
        "its region or city is not known: import that list first",
        "منطقته أو مدينته غير معروفة، استورد قائمتها أولًا",
    ),
    "repeated": (
        "an earlier line has a place of this name in the same region or city",
        "سبقه في القائمة مكان بالاسم نفسه في المنطقة أو المدينة نفسها",
    ),
    "other_place": (
        "this number was another place so far; addresses must not move there",
        "هذا الرقم لمكان آخر، ولا يجوز أن تنتقل إليه العناوين",
    ),
}
NAMES = {Level.REGION: "regions", Level.CITY: "cities", Level.DISTRICT: "districts"}
MISSING = {
    "no_name_column": "No column holds the names. Say which: --map COLUMN=name_ar",
    "no_parent_column": "No column says what they lie in. Say which: --map COLUMN=parent",
}


def bring_places(options: argparse.Namespace) -> int:
    try:
        country = country_profile(options.country[:2].upper()).code
    except CountryUnknown:
        warn("Say whose places they are: --country SA")
        return 2
    pairs = [pair.rpartition("=") for pair in options.map]
    try:
        report = import_places(
            actor=SYSTEM,
            country=country,
            file=options.file,
            level=Level(options.level) if options.level else None,
            columns={column: name for column, _, name in pairs},
            is_dry_run=options.dry_run,
            on_progress=lambda rows: progress(f"{rows:,} rows"),
        )
    except FileUnreadable as refusal:
        return tell_unreadable(refusal, afterwards="Nothing was changed.")
    except ColumnsUnclear as refusal:
        return tell_columns(refusal, MISSING)
    for line in _lines(report):
        say(line)
    if report.refused:
        rows = ([row.line, *reversed(_reason(row.fault)), *row.cells] for row in report.refused)
        keep_rejected(new_id(), options.file, rows)
    return 0


def _lines(report: PlacesReport) -> Iterator[str]:
    yield f"{report.rows:,} rows: {NAMES[report.level]} of {report.country}"
    yield "  columns              " + ", ".join(f"{b} → {a}" for a, b in report.columns.items())
    yield f"  new                  {report.added:,}  {'، '.join(report.examples)}"
    yield f"  corrected            {report.changed:,}"
    yield f"  as they were         {report.same:,}"
    yield f"  ship with Tijara     {report.shipped:,}  (their names stay)"
    yield f"  refused              {len(report.refused):,}"
    for fault, count in Counter(row.fault for row in report.refused).most_common():
        english, arabic = _reason(fault)
        first = ", ".join(str(row.line) for row in report.refused if row.fault == fault)[:60]
        yield f"    {count:,}: {english} | {arabic} (lines {first})"
    if report.is_dry_run:
        yield "Nothing was kept: this was a look only. Without --dry-run they are taken."
    elif report.added or report.changed:
        yield "Forms know them within half a minute."


def _reason(fault: str) -> tuple[str, str]:
    return REASONS.get(fault) or reason(fault)
