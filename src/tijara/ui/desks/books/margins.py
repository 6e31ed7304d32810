"""What is left of what was sold, the worst first: with a bar for each."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tijara.domains.books.shapes import Margin, MarginBy, OrderProfit, Side
from tijara.kit.money import Money
from tijara.ui.desks.books.front import frame
from tijara.ui.desks.books.keeping import Days, Keeping, day_tabs
from tijara.ui.desks.books.sheets import table_file
from tijara.ui.desks.books.words import BY, account_name

PATH = "margins"


@dataclass(frozen=True, slots=True)
class MarginRow:
    """`share` of the largest in percent; `href` leads to it."""

    margin: Margin
    net: Money
    cost: Money
    fees: Money
    profit: Money
    share: int
    href: str

    @property
    def name_ar(self) -> str:
        return self.margin.name_ar or self.margin.key

    @property
    def name_en(self) -> str:
        return self.margin.name_en

    @property
    def is_loss(self) -> bool:
        return self.profit.minor < 0


def read_by(given: str) -> MarginBy:
    return MarginBy(given) if given in {str(one) for one in MarginBy} else MarginBy.PRODUCT


def margins_page(
    request: HttpRequest, keeping: Keeping, by: MarginBy, days: Days, found: Sequence[Margin]
) -> HttpResponse:
    query = {"by": str(by), **days.query}
    context = {
        "by": by,
        "by_name": BY[by],
        "days": days,
        "tabs": day_tabs(keeping, PATH, days, by=str(by)),
        "ways": [
            {
                "text": text,
                "href": keeping.address(PATH, **{**query, "by": str(one)}),
                "current": one is by,
            }
            for one, text in BY.items()
        ],
        "rows": _rows(keeping, by, found),
        "is_unknown": any(not one.is_cost_known for one in found),
        "files": [(form, keeping.address(f"{PATH}.{form}", **query)) for form in ("xlsx", "csv")],
        "is_of_products": by is MarginBy.PRODUCT,
        **frame(keeping),
    }
    return keeping.seat.draw("ui/books/margins.html", context, 200)


def margins_table(
    keeping: Keeping, by: MarginBy, days: Days, found: Sequence[Margin], form: str
) -> HttpResponse:
    head = [BY[by], _("Units"), _("Net sales"), _("Cost"), _("Fees"), _("Left"), _("Margin in %")]
    rows = [
        [one.name_ar, one.margin.units, one.net, one.cost, one.fees, one.profit, one.margin.percent]
        for one in _rows(keeping, by, found)
    ]
    name = f"{PATH}-{by}-{days.span.last}"
    return table_file(name, form, [head, *rows], keeping.key.currency)


def _rows(keeping: Keeping, by: MarginBy, found: Sequence[Margin]) -> list[MarginRow]:
    most = max((abs(one.profit_minor) for one in found), default=0) or 1
    currency = keeping.key.currency
    return [
        MarginRow(
            margin=one,
            net=Money(one.net_minor, currency),
            cost=Money(one.cost_minor, currency),
            fees=Money(one.commission_minor + one.other_minor, currency),
            profit=Money(one.profit_minor, currency),
            share=round(abs(one.profit_minor) * 100 / most),
            href=_address(keeping, by, one.key),
        )
        for one in found
    ]


def _address(keeping: Keeping, by: MarginBy, key: str) -> str:
    if by is MarginBy.ORDER:
        return keeping.seat.address(f"orders/{key}")
    return keeping.seat.address(f"products/{key}/terms") if by is MarginBy.PRODUCT else ""


def profit_rows(told: OrderProfit) -> list[tuple[str, Money, int, bool]]:
    """(account, amount, share of the largest in percent, is a cost) of one order, income first."""
    most = max(map(abs, told.parts.values()), default=0) or 1
    return [
        (
            account_name(Side.SELLER, code),
            Money(amount, told.currency),
            round(abs(amount) * 100 / most),
            amount < 0,
        )
        for code, amount in sorted(told.parts.items(), key=lambda one: -one[1])
        if amount
    ]
