"""The VAT return and the base of zakat, as sheets to fill the authority's form from."""

from collections.abc import Mapping, Sequence
from datetime import date

from ..shapes import Moved, ReportRow, RowKind, Side, TaxPart
from .statements import Group, profit_of, sum_of

SAUDI = "SA"
SALES_BOXES = (
    ("sa_1", "S"), ("sa_2", ""), ("sa_3", "Z"), ("sa_4", "G"), ("sa_5", "E"),
)  # fmt: skip
"""Of the Saudi return: box, and the category of EN 16931 that it takes; none is known for private
health care, teaching and first homes of citizens, which the state pays for."""
NEUTRAL = ("S", "Z", "E", "G", "AE", "O")
NO_BOX = ("AE", "O")
"""What the Saudi form has no place for among sales."""
ZAKAT_DAYS, ZAKAT_TIMES, ZAKAT_PARTS = 354, 25, 1000
"""2.5 percent for a Hijri year."""


def saudi_rows(parts: Sequence[TaxPart], other_input_minor: int) -> list[ReportRow]:
    """Columns: amount, adjustment (credit notes), VAT. `other_input_minor`: entries by hand."""
    rows = [ReportRow(RowKind.HEAD, "vat_sales")]
    sums = [0, 0, 0]
    for code, category in SALES_BOXES:
        values = _values(parts, category, is_input=False) if category else None
        rows.append(_box(code, values))
        sums = [each + more for each, more in zip(sums, values or (0, 0, 0), strict=True)]
    rows.append(ReportRow(RowKind.SUM, "sa_6", tuple(sums), "6"))
    bought = _input(parts, other_input_minor)
    rows += [ReportRow(RowKind.HEAD, "vat_purchases"), _box("sa_7", bought)]
    rows += [_box(code, None) for code in ("sa_8", "sa_9", "sa_10", "sa_11")]
    rows.append(ReportRow(RowKind.SUM, "sa_12", bought, "12"))
    due = sums[2] - bought[2]
    rows.append(ReportRow(RowKind.SUM, "sa_13", (None, None, due), "13"))
    rows += [_box("sa_14", None), _box("sa_15", None)]
    rows.append(ReportRow(RowKind.TOTAL, "sa_16", (None, None, due), "16"))
    outside = [one for one in NO_BOX if any(_values(parts, one, is_input=False))]
    if outside:
        rows.append(ReportRow(RowKind.HEAD, "vat_outside"))
        rows += [_of(one, parts) for one in outside]
    return rows


def neutral_rows(parts: Sequence[TaxPart], other_input_minor: int) -> list[ReportRow]:
    """For other countries: by the categories of EN 16931."""
    rows = [ReportRow(RowKind.HEAD, "vat_sales")]
    rows += [_of(one, parts) for one in NEUTRAL if any(_values(parts, one, is_input=False))]
    whole = [_values(parts, one, is_input=False) for one in NEUTRAL]
    sums = tuple(sum(column) for column in zip(*whole, strict=True))
    bought = _input(parts, other_input_minor)
    return [
        *rows,
        ReportRow(RowKind.SUM, "vat_output", sums),
        ReportRow(RowKind.HEAD, "vat_purchases"),
        ReportRow(RowKind.LINE, "vat_commission", _values(parts, "", is_input=True)),
        ReportRow(RowKind.LINE, "vat_by_hand", (None, None, other_input_minor)),
        ReportRow(RowKind.SUM, "vat_input", bought),
        ReportRow(RowKind.TOTAL, "vat_due", (None, None, sums[2] - bought[2])),
    ]


def zakat_rows(
    side: Side, closing: Mapping[str, Moved], first: date, last: date
) -> list[ReportRow]:
    """Sources of money less fixed assets at their value in the books, at the end of the period.
    Debts count as far as they may have paid for what goes off, and no further."""
    funds = [("owners_funds", -sum_of(side, closing, Group.OWNERS))]
    funds.append(("profits_kept", profit_of(side, closing)))
    fixed = sum_of(side, closing, Group.FIXED_ASSETS)
    debts = -sum_of(side, closing, Group.LONG_LIABILITIES)
    funds.append(("debts_counted", max(0, min(debts, fixed))))
    base = max(0, sum(value for _, value in funds) - fixed)
    days = (last - first).days + 1
    due = base * ZAKAT_TIMES * days // (ZAKAT_PARTS * ZAKAT_DAYS)
    return [
        ReportRow(RowKind.HEAD, "zakat_sources"),
        *(ReportRow(RowKind.LINE, code, (value,)) for code, value in funds),
        ReportRow(RowKind.HEAD, "zakat_less"),
        ReportRow(RowKind.LINE, "fixed_net", (-fixed,)),
        ReportRow(RowKind.SUM, "zakat_base", (base,)),
        ReportRow(RowKind.TOTAL, "zakat_due", (due,)),
    ]


def _values(parts: Sequence[TaxPart], category: str, *, is_input: bool) -> tuple[int, int, int]:
    """(amount, adjustment, VAT): credit notes are adjustments, and their VAT goes off."""
    mine = [
        one
        for one in parts
        if one.is_input is is_input and (not category or one.category == category)
    ]
    amount = sum(one.net_minor for one in mine if not one.is_credit)
    less = sum(one.net_minor for one in mine if one.is_credit)
    tax = sum(-one.tax_minor if one.is_credit else one.tax_minor for one in mine)
    return amount, -less, tax


def _input(parts: Sequence[TaxPart], other_minor: int) -> tuple[int, int, int]:
    amount, less, tax = _values(parts, "", is_input=True)
    return amount, less, tax + other_minor


def _of(category: str, parts: Sequence[TaxPart]) -> ReportRow:
    values = _values(parts, category, is_input=False)
    return ReportRow(RowKind.LINE, f"vat_{category}", values, category)


def _box(code: str, values: tuple[int, int, int] | None) -> ReportRow:
    return ReportRow(RowKind.LINE, code, values or (None, None, None), code.removeprefix("sa_"))
