"""Today: what needs the seller now."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.geography.queries import city
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.offers.queries import seller_offers
from tijara.domains.orders.queries import counts_by_state, orders_of_seller
from tijara.domains.orders.shapes import OrderState
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.words import STATES
from tijara.kit.clock import now
from tijara.kit.money import Money

LATEST, LOW = 8, 5


@require_safe
@at_desk
def today(request: HttpRequest, desk: Desk) -> HttpResponse:
    counts = counts_by_state(desk.seller_id)
    latest = orders_of_seller(desk.seller_id, size=LATEST)
    low = seller_offers(desk.seller_id, low=True, size=LOW)
    sums = balances(desk.seller_id)
    currency = desk.market.currency
    return hub_page(
        request,
        desk,
        "today",
        {
            "now": now(),
            "counts": counts,
            "new": counts[OrderState.PLACED],
            "to_ship": counts[OrderState.CONFIRMED] + counts[OrderState.PACKED],
            "on_the_way": counts[OrderState.SHIPPED],
            "delivered": counts[OrderState.DELIVERED],
            "due": Money(-sums.get(Account.SELLER_PAYABLE, 0), currency),
            "expected": Money(sums.get(Account.BUYER_RECEIVABLE, 0), currency),
            "rows": [(row, city(row.city), *STATES[row.state]) for row in latest.items],
            "low": low,
        },
    )
