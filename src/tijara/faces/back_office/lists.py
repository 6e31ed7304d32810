"""The office's lists: each can be named as it stands, and its columns chosen."""

from collections.abc import Mapping, Set

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.faces.back_office.office import seat_at
from tijara.kit.actor import Actor
from tijara.ui.desks.columns import Columns
from tijara.ui.desks.lists import DeskList, list_context

ORDERS = Columns(
    names={
        "buyer": _("Buyer"),
        "store": _("Store"),
        "goods": _("Products"),
        "pieces": _("Pieces"),
        "due": pgettext_lazy("order", "Promised for"),
        "state": _("State"),
        "payment": _("Way to pay"),
        "total": _("Total"),
    },
    at_first=frozenset({"store", "pieces"}),
    always=frozenset({"buyer", "state", "total"}),
)
STATE = _("State")


def columns_of(
    names: Mapping[str, object],
    *,
    later: Set[str] = frozenset(),
    always: Set[str] = frozenset({"state"}),
    numbers: Set[str] = frozenset(),
) -> Columns:
    """All are seen at first but those that are for `later`."""
    return Columns(
        names=names,
        at_first=frozenset(names) - later,
        always=frozenset(always) & frozenset(names),
        numbers=frozenset(numbers),
    )


NOTICES = columns_of(
    {
        "gateway": _("Gateway"),
        "received": _("Received"),
        "times": _("Times"),
        "state": STATE,
    },
    later={"gateway", "received"},
    numbers={"times"},
)
LISTS = {
    "orders": DeskList(
        "/office/orders", ("state", "q", "method", "since", "until", "seller"), ORDERS
    ),
    "sellers": DeskList(
        "/office/sellers",
        ("state", "q"),
        columns_of(
            {
                "legal": _("Legal name"),
                "vat": _("VAT number"),
                "market": _("Market"),
                "city": _("City"),
                "commission": _("Commission"),
                "state": STATE,
            },
            later={"vat", "city"},
            numbers={"commission"},
        ),
    ),
    "applications": DeskList(
        "/office/applications",
        (),
        columns_of(
            {
                "legal": _("Legal name"),
                "who": _("Who asks"),
                "asked": _("Asked"),
                "city": _("City"),
                "state": STATE,
            },
            later={"city"},
        ),
    ),
    "catalogue": DeskList(
        "/office/catalogue",
        ("q",),
        columns_of(
            {
                "department": _("Department"),
                "brand": _("Brand"),
                "store": _("Brought by"),
                "state": STATE,
            },
            later={"brand"},
        ),
    ),
    "payments": DeskList(
        "/office/payments",
        ("state", "q"),
        columns_of(
            {
                "orders": _("Orders"),
                "method": _("Way to pay"),
                "due": _("Due"),
                "paid": pgettext_lazy("when", "Paid"),
                "state": STATE,
                "amount": _("Amount"),
            },
            later={"due", "paid"},
            numbers={"amount"},
        ),
    ),
    "refunds": DeskList(
        "/office/refunds",
        ("state",),
        columns_of(
            {
                "why": _("Why"),
                "method": _("Way to pay"),
                "opened": pgettext_lazy("a refund", "Since"),
                "state": STATE,
                "amount": _("Amount"),
            },
            later={"method", "opened"},
            numbers={"amount"},
        ),
    ),
    "notices": DeskList(
        "/office/notices",
        ("state",),
        NOTICES,
    ),
    "invoices": DeskList(
        "/office/invoices",
        ("q",),
        columns_of(
            {
                "kind": pgettext_lazy("invoice", "Kind"),
                "store": _("Store"),
                "order": _("Order"),
                "tax": _("VAT"),
                "total": _("Total"),
            },
            numbers={"tax", "total"},
        ),
    ),
    "journal": DeskList(
        "/office/journal",
        ("q", "kind", "since", "until", "seller"),
        columns_of(
            {
                "store": _("Store"),
                "debit": _("Debit"),
                "credit": _("Credit"),
                "amount": _("Amount"),
            },
            always={"debit", "credit", "amount"},
            numbers={"amount"},
        ),
    ),
    "acts": DeskList(
        "/office/acts",
        ("act", "person", "seller"),
        columns_of(
            {
                "person": _("Person"),
                "store": _("Store"),
                "when": _("When"),
                "place": _("Place in the chain"),
            }
        ),
    ),
    "events": DeskList(
        "/office/events",
        ("kind", "name", "owner", "about"),
        columns_of(
            {"whose": _("Whose"), "tries": _("Tries"), "state": STATE},
            later={"tries"},
            numbers={"tries"},
        ),
    ),
    "messages": DeskList(
        "/office/messages",
        ("state",),
        columns_of(
            {
                "to": _("To"),
                "channel": _("Channel"),
                "tries": _("Tries"),
                "state": STATE,
            },
            later={"channel"},
            numbers={"tries"},
        ),
    ),
    "payouts": DeskList(
        "/office/payouts",
        ("view", "order"),
        columns_of(
            {
                "account": _("Bank account"),
                "held": pgettext_lazy("payout", "Held"),
                "reserve": pgettext_lazy("payout", "In reserve"),
                "cash": pgettext_lazy("payout", "Waits for its cash"),
                "owed": pgettext_lazy("payout", "Owed"),
            },
            later={"held", "reserve", "cash"},
            always={"owed"},
            numbers={"held", "reserve", "cash", "owed"},
        ),
    ),
    "filings": DeskList(
        "/office/filings",
        ("state", "q"),
        columns_of(
            {
                "store": _("Store"),
                "authority": _("Authority"),
                "state": STATE,
                "answered": _("Answered"),
                "tries": _("Tries"),
                "place": pgettext_lazy("filing", "In the row"),
                "total": _("Total"),
            },
            later={"authority", "answered", "tries"},
            numbers={"tries", "place", "total"},
        ),
    ),
    "cash_lists": DeskList(
        "/office/cash/lists",
        (),
        columns_of(
            {
                "carrier": _("Carrier"),
                "state": STATE,
                "reference": _("Bank reference"),
                "booked": pgettext_lazy("list", "Booked"),
                "lines": pgettext_lazy("list", "Lines"),
                "net": _("It pays"),
            },
            later={"reference", "booked"},
            always={"state", "net"},
            numbers={"lines", "net"},
        ),
    ),
    "payout_runs": DeskList(
        "/office/payout-runs",
        (),
        columns_of(
            {
                "market": _("Market"),
                "pays": _("The bank pays on"),
                "state": STATE,
                "sellers": _("Sellers"),
                "amount": _("Amount"),
            },
            always={"state", "amount"},
            numbers={"sellers", "amount"},
        ),
    ),
    "cash_claims": DeskList(
        "/office/cash/claims",
        (),
        columns_of(
            {
                "carrier": _("Carrier"),
                "store": _("Store"),
                "why": _("Why"),
                "opened": pgettext_lazy("a claim", "Since"),
                "state": STATE,
                "amount": _("Still owed"),
            },
            later={"store", "opened"},
            always={"state", "amount"},
            numbers={"amount"},
        ),
    ),
    "reports": DeskList(
        "/office/catalogue/reports",
        ("state",),
        columns_of(
            {
                "reports": _("Reports"),
                "latest": _("Latest"),
                "until": _("To decide until"),
                "decided": _("Decided"),
            },
            later={"decided"},
            always={"until"},
            numbers={"reports"},
        ),
    ),
    "gateway_reports": DeskList(
        "/office/payments/reports",
        (),
        columns_of(
            {
                "gateway": _("Gateway"),
                "state": STATE,
                "reference": _("Bank reference"),
                "fees": _("Fees and VAT"),
                "net": _("It pays"),
            },
            later={"reference"},
            always={"state", "net"},
            numbers={"fees", "net"},
        ),
    ),
}


def own_views(
    request: HttpRequest, actor: Actor, table: str, tabs: list[dict] | None = None
) -> Mapping[str, object]:
    """What a list's template needs: its tabs with one's own behind them, and its columns."""
    return list_context(request, seat_at(request, actor), table, LISTS[table], tabs)
