"""The statements, from what was debited and credited to each account."""

from collections.abc import Callable, Mapping, Sequence

from ..shapes import AccountClass, Group, Moved, ReportRow, RowKind, Side
from .chart import BY_CODE, CHART

Sums = Mapping[str, Moved]
OF_PROFIT = (AccountClass.REVENUE, AccountClass.EXPENSE)
RETAINED = "retained_earnings"
PROFIT_OF_YEAR = "profit_of_year"
PROFIT_STEPS = (
    ((Group.SALES,), "net_sales"),
    ((Group.COST_OF_SALES,), "gross_profit"),
    ((Group.SELLING,), "after_selling"),
    ((Group.RUNNING, Group.OTHER_INCOME), "net_profit"),
)
"""Groups, and what is left after them."""
ASSETS = (Group.CURRENT_ASSETS, Group.FIXED_ASSETS)
CLAIMS = (Group.CURRENT_LIABILITIES, Group.LONG_LIABILITIES, Group.OWNERS)


def profit_of(side: Side, sums: Sums) -> int:
    """What is left of revenue after all expenses."""
    return -sum(
        moved.net_minor
        for code, moved in sums.items()
        if BY_CODE[side][code].account_class in OF_PROFIT
    )


def sum_of(side: Side, sums: Sums, group: Group) -> int:
    """Of a group's accounts together, a debit positive."""
    codes = {row.code for row in CHART[side] if row.group is group}
    return sum(moved.net_minor for code, moved in sums.items() if code in codes)


def trial_rows(side: Side, opening: Sums, moved: Sums) -> tuple[list[ReportRow], bool]:
    """Each account's opening balance, what was debited and credited, and its closing balance; and
    whether debit equals credit."""
    rows, whole = [], [0, 0, 0, 0]
    for account in CHART[side]:
        before, now = opening.get(account.code), moved.get(account.code)
        if before is None and now is None:
            continue
        start = before.net_minor if before else 0
        debit, credit = (now.debit_minor, now.credit_minor) if now else (0, 0)
        values = (start, debit, credit, start + debit - credit)
        whole = [each + value for each, value in zip(whole, values, strict=True)]
        rows.append(_line(side, account.code, values))
    total = ReportRow(RowKind.TOTAL, "total", tuple(whole))
    return [*rows, total], whole[0] == 0 and whole[1] == whole[2]


def profit_rows(side: Side, now: Sums, before: Sums | None) -> list[ReportRow]:
    """Revenue is positive, expense negative; each step says what is left."""
    told = [now] if before is None else [now, before]
    rows: list[ReportRow] = []
    left = [0] * len(told)
    for groups, after in PROFIT_STEPS:
        for group in groups:
            lines = _lines(side, group, told, lambda moved: -moved.net_minor)
            if lines:
                rows += [ReportRow(RowKind.HEAD, group), *lines]
            for line in lines:
                left = [each + (value or 0) for each, value in zip(left, line.values, strict=True)]
        kind = RowKind.TOTAL if after == "net_profit" else RowKind.SUM
        rows.append(ReportRow(kind, after, tuple(left)))
    return rows


def balance_rows(
    side: Side, closing: Sequence[Sums], earlier_profit: Sequence[int]
) -> tuple[list[ReportRow], bool]:
    """`closing` has all that was ever moved, by the end of each period; `earlier_profit` what of it
    was earned before the year of that end. And whether both sides are equal."""
    rows: list[ReportRow] = []
    assets = _side(side, ASSETS, closing, lambda moved: moved.net_minor, rows)
    rows.append(ReportRow(RowKind.TOTAL, "assets", tuple(assets)))
    claims = _side(side, CLAIMS, closing, lambda moved: -moved.net_minor, rows)
    profits = [profit_of(side, sums) for sums in closing]
    years = [whole - earlier for whole, earlier in zip(profits, earlier_profit, strict=True)]
    for code, values in (("earlier_profits", earlier_profit), (PROFIT_OF_YEAR, years)):
        rows.append(ReportRow(RowKind.LINE, code, tuple(values)))
    equity = [
        made - sum_of(side, sums, Group.OWNERS) for sums, made in zip(closing, profits, strict=True)
    ]
    rows.append(ReportRow(RowKind.SUM, Group.OWNERS, tuple(equity)))
    claims = [sum(each) for each in zip(claims, profits, strict=True)]
    rows.append(ReportRow(RowKind.TOTAL, "claims", tuple(claims)))
    return rows, claims == assets


def _side(
    side: Side,
    groups: Sequence[Group],
    told: Sequence[Sums],
    signed: Callable[[Moved], int],
    rows: list[ReportRow],
) -> list[int]:
    whole = [0] * len(told)
    for group in groups:
        lines = _lines(side, group, told, signed)
        sums = [sum(line.values[place] or 0 for line in lines) for place in range(len(told))]
        whole = [each + more for each, more in zip(whole, sums, strict=True)]
        if lines or group is Group.OWNERS:
            rows += [ReportRow(RowKind.HEAD, group), *lines]
        if lines and group is not Group.OWNERS:
            rows.append(ReportRow(RowKind.SUM, group, tuple(sums)))
    return whole


def _lines(
    side: Side, group: Group, told: Sequence[Sums], signed: Callable[[Moved], int]
) -> list[ReportRow]:
    found = []
    for account in CHART[side]:
        if account.group is group and any(account.code in sums for sums in told):
            values = tuple(
                signed(sums[account.code]) if account.code in sums else 0 for sums in told
            )
            if any(values):
                found.append(_line(side, account.code, values))
    return found


def _line(side: Side, code: str, values: tuple[int, ...]) -> ReportRow:
    number = str(BY_CODE[side][code].number)
    return ReportRow(RowKind.LINE, code, values, number, is_account=True)
