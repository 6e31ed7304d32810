"""What the store is owed and why: its statement, and the same as a file."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from tijara.domains.deals.queries import held_parts
from tijara.domains.invoicing.queries import commissions_of
from tijara.domains.markets.queries import country_profile
from tijara.domains.settlements.queries import (
    bank_accounts,
    funds_of,
    latest_transfers,
    open_demand,
    payouts_of_seller,
    reserve_parts,
    statement,
    whole_statement,
)
from tijara.domains.settlements.shapes import (
    ReservePartView,
    SellerFunds,
    StatementLine,
    TransferState,
)
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.payout_timeline import payout_timeline
from tijara.faces.seller_hub.transfers import come_back
from tijara.faces.seller_hub.words import MONEY_MOVES
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.ui.desks.books.sheets import table_file
from tijara.ui.directions import page_number
from tijara.ui.funds_words import told_funds
from tijara.ui.pieces.times import month_text

MONTHS_BACK, PAYOUTS = 12, 6
MONTH = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])")


@require_safe
@at_desk
def money(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.STORE_MANAGE)
    month, funds = _month(request), funds_of(desk.seller_id)
    since, until = _bounds(desk, month)
    told = statement(desk.seller_id, since=since, until=until, page=page_number(request))
    payouts = payouts_of_seller(desk.seller_id, size=PAYOUTS)
    parts = held_parts(desk.seller_id)
    transfers, reserved = latest_transfers(desk.seller_id), reserve_parts(desk.seller_id).items
    account = bank_accounts([desk.seller_id]).get(desk.seller_id)
    context = {
        "owed": funds.payable,
        "held": funds.held,
        "waiting": funds.waiting,
        "held_parts": parts,
        "held_orders": {part.order_id for part in parts},
        "statement": told,
        "page": told.lines,
        "rows": [(line, MONEY_MOVES.get(line.kind, line.kind)) for line in told.lines.items],
        "moved": told.closing - told.opening,
        "account": account,
        "may_change": desk.actor.may(Power.BANK_ACCOUNT_KEEP),
        "payouts": payouts,
        "under_way": [one for one in transfers if one.state is TransferState.ORDERED],
        "came_back": come_back(transfers, account),
        "latest": next((one for one in payouts.items if not one.came_back_at), None),
        "month": f"{month:%Y-%m}" if month else "",
        "months": _months(),
        "commissions": commissions_of(desk.seller_id),
        "stops": payout_timeline(payouts.items, funds, parts, reserved, _zone(desk)),
        **_kept_back(desk, funds, reserved),
    }
    return hub_page(request, desk, "money", context)


def _kept_back(desk: Desk, funds: SellerFunds, reserved: Sequence[ReservePartView]) -> dict:
    """Where his money is, what of it is kept back, and what he owes."""
    return {
        "funds": funds,
        "funds_parts": told_funds(funds),
        "reserved": funds.reserved,
        "reserve_parts": reserved,
        "debt": funds.debt,
        "demand": open_demand(desk.seller_id),
        "market": desk.market,
    }


@require_safe
@at_desk
def statement_file(request: HttpRequest, desk: Desk, form: str) -> HttpResponse:
    """As a workbook or as a table; both open in any spreadsheet."""
    desk.must(Power.STORE_MANAGE)
    month = _month(request)
    since, until = _bounds(desk, month)
    told = whole_statement(desk.seller_id, since=since, until=until)
    head = [
        pgettext("date", "Day"),
        _("What"),
        _("Order"),
        _("Bank reference"),
        _("Paid by the buyer"),
        _("Commission"),
        _("VAT on the commission"),
        _("Amount"),
        _("Balance"),
    ]
    rows = [_row(line) for line in reversed(told.lines.items)]
    opening = ["", _("Opening balance"), *[""] * 6, told.opening]
    closing = ["", _("Closing balance"), *[""] * 6, told.closing]
    name = f"statement-{month:%Y-%m}" if month else "statement"
    cut = [["", _("Older lines are left out: download each month for itself.")]]
    whole = [head, *(cut if told.lines.has_next else ()), opening, *rows, closing]
    strong = frozenset({0, whole.index(opening), len(whole) - 1})
    return table_file(name, form, whole, told.closing.currency, strong)


def _row(line: StatementLine) -> list[object]:
    day = timezone.localtime(line.occurred_at).date()
    kind = MONEY_MOVES.get(line.kind, line.kind)
    parts = [line.gross, -line.commission, -line.commission_vat] if line.order_id else [""] * 3
    return [day, kind, line.number, line.bank_reference, *parts, line.amount, line.balance]


def _month(request: HttpRequest) -> date | None:
    """The first day of the month that was asked for; None is the whole time."""
    said = MONTH.fullmatch(request.GET.get("month", ""))
    return date(int(said[1]), int(said[2]), 1) if said else None


def _bounds(desk: Desk, month: date | None) -> tuple[datetime | None, datetime | None]:
    if month is None:
        return None, None
    zone = _zone(desk)
    return datetime.combine(month, time(), zone), datetime.combine(_after(month), time(), zone)


def _zone(desk: Desk) -> ZoneInfo:
    return ZoneInfo(country_profile(desk.market.country).time_zone)


def _after(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _months() -> list[tuple[str, str]]:
    """(value, name) of the last twelve, the newest first."""
    month = timezone.localtime(now()).date().replace(day=1)
    found = []
    for _count in range(MONTHS_BACK):
        found.append((f"{month:%Y-%m}", month_text(month)))
        month = date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)
    return found
