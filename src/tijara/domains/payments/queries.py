"""The ways to pay that a market offers."""

from tijara.domains.markets.shapes import MarketPolicy
from tijara.kit.money import Money

from .shapes import PaymentMethod, PaymentOption


def payment_options(market: MarketPolicy, total: Money) -> list[PaymentOption]:
    """For a checkout of `total`, fees not yet added. One over the market's limit says so."""
    limit = market.cash_on_delivery_limit_minor
    refused = "over_cash_limit" if limit is not None and total.minor > limit else ""
    fee = Money(market.cash_on_delivery_fee_minor, market.currency)
    return [PaymentOption(PaymentMethod.CASH_ON_DELIVERY, fee, refused)]
