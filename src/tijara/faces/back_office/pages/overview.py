"""What needs the operator's staff now, each with its press; and how the market does."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from tijara.domains.cases.queries import counts_of_cases
from tijara.domains.cases.shapes import CaseState
from tijara.domains.cash.queries import claims_unanswered, work_in_cash, write_offs_waiting
from tijara.domains.checkout.queries import pay_standings_of
from tijara.domains.geography.queries import town
from tijara.domains.invoicing.queries import papers_to_mend
from tijara.domains.loyalty.queries import points_grants_to_decide
from tijara.domains.messaging.queries import given_up_lately
from tijara.domains.orders.queries import (
    all_orders,
    counts_of_all,
    not_confirmed,
    sales_of_all,
)
from tijara.domains.orders.shapes import OPEN, DayOfSales
from tijara.domains.parties.queries import sellers_suspended
from tijara.domains.payments.queries import work_for_staff
from tijara.domains.returns.queries import counts_of_all as returns_by_state
from tijara.domains.returns.shapes import ReturnState
from tijara.domains.reviews.queries import counts_for_staff
from tijara.domains.settlements.queries import runs_waiting
from tijara.domains.stores.queries import all_stores, applications_waiting, stores
from tijara.domains.wallet.queries import grants_to_decide
from tijara.faces.back_office.doors import POWER_OF
from tijara.faces.back_office.lists import ORDERS
from tijara.faces.back_office.office import in_office, office_page, zone
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.money import Money
from tijara.platform.jobs.queries import job_counts, worker_heard_at
from tijara.platform.outbox.queries import backlog
from tijara.platform.webhooks.queries import endpoints_off
from tijara.ui.language import local
from tijara.ui.trade_words import order_state

DAYS = 30
PATIENCE = timedelta(days=2)
LATEST = 8


@dataclass(frozen=True, slots=True)
class Todo:
    number: int
    text: str
    note: str
    href: str
    press: str
    tone: str = ""


@require_safe
@in_office
def overview(request: HttpRequest, actor: Actor) -> HttpResponse:
    latest = all_orders(size=LATEST).items
    cards = stores({row.seller_id for row in latest})
    counts, standings = counts_of_all(), pay_standings_of(latest)
    context = {
        "now": now(),
        "todo": [one for page, one in _work() if one.number and POWER_OF[page] in actor.powers],
        "open": sum(counts[state] for state in OPEN),
        "selling": sum(card.is_open for card in all_stores()),
        "suspended": sellers_suspended(),
        "sales": _sales(),
        "worker": worker_heard_at(),
        "rows": [
            (
                row,
                cards.get(row.seller_id),
                town(row.city),
                *order_state(row.state, standings.get(row.id)),
                "",
            )
            for row in latest
        ],
        "shown": ORDERS.seen_at_first(),
    }
    return office_page(request, "overview", context)


def _work() -> Iterator[tuple[str, Todo]]:
    """(the page that it leads to, what is to be done): money first, then people, then machines."""
    yield from _money()
    yield from _people()
    yield from _machines()


def _points() -> tuple[str, Todo]:
    proposed = points_grants_to_decide()
    return (
        "points",
        Todo(
            proposed,
            ngettext("gift of points to agree to", "gifts of points to agree to", proposed),
            _("a colleague proposes it; nobody agrees to his own"),
            local("/office/points"),
            _("Decide"),
            "warn",
        ),
    )


def _money() -> Iterator[tuple[str, Todo]]:
    receipts, refunds = work_for_staff()
    yield (
        "payments",
        Todo(
            receipts,
            ngettext(
                "transfer to compare with the bank", "transfers to compare with the bank", receipts
            ),
            _("the buyer has sent his receipt and waits"),
            local("/office/payments?state=check"),
            _("Compare"),
            "warn",
        ),
    )
    yield (
        "refunds",
        Todo(
            refunds,
            ngettext("refund to give by hand", "refunds to give by hand", refunds),
            _("the gateway can’t send this money back"),
            local("/office/refunds?state=due"),
            _("Give back"),
            "warn",
        ),
    )
    proposed = grants_to_decide()
    yield (
        "wallets",
        Todo(
            proposed,
            ngettext("gift of credit to agree to", "gifts of credit to agree to", proposed),
            _("a colleague proposes it; nobody agrees to his own"),
            local("/office/wallets"),
            _("Decide"),
            "warn",
        ),
    )
    yield _points()
    prepared = runs_waiting()
    yield (
        "payout_runs",
        Todo(
            prepared,
            ngettext("payout run to approve", "payout runs to approve", prepared),
            _("a colleague has prepared it; nobody approves his own"),
            local("/office/payout-runs"),
            _("Look"),
            "warn",
        ),
    )
    yield from _cash()
    yield from _papers()


def _papers() -> Iterator[tuple[str, Todo]]:
    rejected, held = papers_to_mend()
    yield (
        "filings",
        Todo(
            rejected,
            ngettext(
                "tax document that was rejected", "tax documents that were rejected", rejected
            ),
            _("the tax authority says why; a corrected one must follow"),
            local("/office/filings?state=rejected"),
            _("Look into it"),
            "bad",
        ),
    )
    yield (
        "filings",
        Todo(
            held,
            ngettext("invoice held before its number", "invoices held before their numbers", held),
            _("something in the seller’s details would be turned away"),
            local("/office/filings"),
            _("Look"),
            "warn",
        ),
    )


def _cash() -> Iterator[tuple[str, Todo]]:
    unasked = work_in_cash()
    yield (
        "cash",
        Todo(
            unasked,
            ngettext(
                "parcel whose cash is late or short",
                "parcels whose cash is late or short",
                unasked,
            ),
            _("nobody has asked the carrier for it yet"),
            local("/office/cash"),
            _("Look"),
            "warn",
        ),
    )
    silent = claims_unanswered()
    yield (
        "cash_claims",
        Todo(
            silent,
            ngettext(
                "claim that a carrier did not answer in time",
                "claims that carriers did not answer in time",
                silent,
            ),
            _("ask again, write down his refusal, or propose to write it off"),
            local("/office/cash/claims?show=unanswered"),
            _("Look"),
            "warn",
        ),
    )
    proposed = write_offs_waiting()
    yield (
        "cash_claims",
        Todo(
            proposed,
            ngettext("claim to write off", "claims to write off", proposed),
            _("a colleague has proposed it; nobody agrees to his own"),
            local("/office/cash/claims"),
            _("Look"),
            "warn",
        ),
    )


def _reviews() -> tuple[str, Todo]:
    many = sum(counts_for_staff().values())
    return (
        "reviews",
        Todo(
            many,
            ngettext("review to look at", "reviews to look at", many),
            _("it waits to be read, or a reader has reported it"),
            local("/office/reviews"),
            _("Look"),
            "warn",
        ),
    )


def _people() -> Iterator[tuple[str, Todo]]:
    asked = applications_waiting()
    yield (
        "applications",
        Todo(
            asked,
            ngettext("application to sell here", "applications to sell here", asked),
            _("a new store waits for your word"),
            local("/office/applications"),
            _("Decide"),
            "warn",
        ),
    )
    appealed = returns_by_state()[ReturnState.APPEALED]
    yield (
        "returns",
        Todo(
            appealed,
            ngettext("return that its buyer appeals", "returns that their buyers appeal", appealed),
            _("the store has rejected it, and the word is yours"),
            local("/office/returns?view=appeals"),
            _("Decide"),
            "warn",
        ),
    )
    yield _reviews()
    reported = counts_of_cases()[CaseState.OPEN]
    yield (
        "reports",
        Todo(
            reported,
            ngettext("product that buyers report", "products that buyers report", reported),
            _("it stays on sale until you decide"),
            local("/office/catalogue/reports"),
            _("Decide"),
            "warn",
        ),
    )
    late = not_confirmed(now() - PATIENCE)
    yield (
        "orders",
        Todo(
            late,
            ngettext(
                "order that its store has not answered",
                "orders that their stores have not answered",
                late,
            ),
            _("for two days or longer"),
            local("/office/orders?state=placed"),
            _("Look"),
        ),
    )


def _machines() -> Iterator[tuple[str, Todo]]:
    parked = backlog().parked
    yield (
        "events",
        Todo(
            parked,
            ngettext("event that is stuck", "events that are stuck", parked),
            _("something that should have happened has not"),
            local("/office/events?kind=parked"),
            _("Look into it"),
            "bad",
        ),
    )
    failed = job_counts().get("failed", 0)
    yield (
        "jobs",
        Todo(
            failed,
            ngettext("job that failed", "jobs that failed", failed),
            _("scheduled work came to no end"),
            local("/office/jobs"),
            _("Look into it"),
            "bad",
        ),
    )
    unsent = given_up_lately()
    yield (
        "messages",
        Todo(
            unsent,
            ngettext("message that could not be sent", "messages that could not be sent", unsent),
            _("within the last week"),
            local("/office/messages?state=given_up"),
            _("Look"),
        ),
    )
    off = endpoints_off(OPERATOR_ID)
    yield (
        "webhooks",
        Todo(
            off,
            ngettext("webhook that was switched off", "webhooks that were switched off", off),
            _("its address failed for days, or is gone"),
            local("/office/webhooks"),
            _("Look"),
            "bad",
        ),
    )


def _sales() -> list[tuple[Money, int, Money, list[float]]]:
    """For each currency: (sold in the days, orders, sold today, the days for the little curve)."""
    today = timezone.localdate(now())
    days = [today - timedelta(days=DAYS - 1 - place) for place in range(DAYS)]
    since = timezone.localtime(now()).replace(hour=0, minute=0, second=0, microsecond=0)
    told = sales_of_all(since=since - timedelta(days=DAYS - 1), zone=zone())
    currencies: dict[str, dict] = {}
    for one in told:
        currencies.setdefault(one.total.currency, {})[one.day] = one
    found = [_curve(currency, by_day, days) for currency, by_day in currencies.items()]
    return sorted(found, key=lambda one: -one[1])


def _curve(currency: str, by_day: dict, days: list) -> tuple[Money, int, Money, list[float]]:
    nothing = Money(0, currency)
    found: list[DayOfSales | None] = [by_day.get(day) for day in days]
    values = [float(one.total.minor) if one else 0.0 for one in found]
    orders = sum(one.orders for one in found if one)
    today = found[-1].total if found[-1] else nothing
    return Money(int(sum(values)), currency), orders, today, values
