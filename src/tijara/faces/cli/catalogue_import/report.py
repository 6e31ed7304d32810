"""What became of a file, in lines for the terminal."""

from collections.abc import Iterator

from tijara.domains.offers.shapes import ImportChoices, ImportReport

from .words import SEPARATORS, reason

SUMS = ("read", "created", "updated", "unchanged", "rejected")


def report_lines(report: ImportReport, choices: ImportChoices) -> Iterator[str]:
    yield from _of_the_file(report)
    yield ""
    yield from (f"  {name:<12} {getattr(report, name):>9,}" for name in SUMS)
    for fault, count in report.faults.items():
        yield f"    {count:>7,} × {reason(fault)[0]}"
    yield from _remarks(report, choices)


def _of_the_file(report: ImportReport) -> Iterator[str]:
    yield f"\n{report.file_name}: {report.encoding}, {SEPARATORS[report.separator]}"
    for field, column in report.columns.items():
        yield f"  {field:<12} from {column}"
    if report.ignored:
        yield f"  passed over  {', '.join(report.ignored)}"
    if report.resumed_after:
        yield f"  resumed after line {report.resumed_after:,}"


def _remarks(report: ImportReport, choices: ImportChoices) -> Iterator[str]:
    if report.blank:
        yield f"  {report.blank:,} lines that sell nothing by themselves were passed over."
    if report.unpriced:
        yield f"  {report.unpriced:,} of them have no price: in the catalogue, but on no shelf."
    if report.created and "stock" not in report.columns:
        units = choices.first_units
        yield f"  The file tells no stock: each new offer has {units} units (--stock)."
    if report.is_dry_run:
        yield "\nThis was a dry run: nothing was kept."
