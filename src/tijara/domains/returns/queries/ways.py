"""How a buyer may pay what an exchange costs more."""

from tijara.domains.cash_terms.queries import is_blocked
from tijara.domains.markets.queries import market_by_id
from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.queries import home_of_buyer, markets_of
from tijara.domains.payments.queries import payment_options
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.wallet.queries import wallet_of
from tijara.kit.money import Money

LIKED = (
    PaymentMethod.CARD,
    PaymentMethod.BANK_TRANSFER,
    PaymentMethod.WALLET,
    PaymentMethod.CASH_ON_DELIVERY,
)
"""The first that is possible is taken where the buyer has said nothing."""


def ways_to_pay_more(order: OrderView, minor: int) -> list[PaymentMethod]:
    """For so much. Cash at the door costs no fee here, and is not for a phone that is blocked; the
    wallet must have it all. To what was paid in two ways comes
    no third, but the wallet."""
    market = market_by_id(markets_of([order.seller_id])[order.seller_id])
    options = payment_options(market, Money(minor, order.total.currency))
    ways = {one.method for one in options if not one.refused_because}
    if is_blocked(market.id, order.address.phone):
        ways.discard(PaymentMethod.CASH_ON_DELIVERY)
    if order.ahead_minor:
        ways.clear()
    home = home_of_buyer(order.buyer_id)
    wallet = wallet_of(home, market.id) if home else None
    if wallet and wallet.free.minor >= minor:
        ways.add(PaymentMethod.WALLET)
    return [one for one in LIKED if one in ways]
