"""What is different about goods that leave the country: no tax is in their price."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.orders.shapes import DeliveryAddress, PriceReason, ReasonKind
from tijara.domains.payments.shapes import PaymentMethod, PaymentOption
from tijara.domains.taxes.shapes import TaxCategory, Treatment
from tijara.kit.money import Money, round_half_up

from ..shapes import BasketLine

BASIS = 10_000
WITHOUT_TAX = (
    "بلا ضريبة القيمة المضافة {rate}%: يغادر البلد",
    "Without {rate}% VAT: it leaves the country",
    "Sans TVA à {rate} % : l’article quitte le pays",
)
"""Arabic, English, French: frozen with the order."""
NOBODYS = UUID(int=0)
ABROAD = "abroad"
"""Why cash is not taken."""


def destination_of(country: str, market: MarketPolicy) -> tuple[str, dict[str, str]]:
    """The country abroad, empty where it is the market's own; and what is wrong with it."""
    if country in ("", market.country):
        return "", {}
    return country, {} if country in market.abroad else {"country": "country_not_served"}


def out_of_reach(address: DeliveryAddress) -> dict[str, str]:
    """Somebody whose goods are in the basket does not deliver there."""
    return {"country": "not_served"} if address.country else {"city": "not_served"}


def without_cash(way: PaymentOption) -> PaymentOption:
    """No carrier brings cash home over a border that anybody has promised us."""
    if way.method is not PaymentMethod.CASH_ON_DELIVERY:
        return way
    return replace(way, refused_because=ABROAD, deposit_minor=0)


def without_home_tax(
    lines: Sequence[BasketLine],
    at_home: Sequence[Treatment],
    abroad: Sequence[Treatment],
    market: MarketPolicy,
) -> list[BasketLine]:
    """At the prices of shops, less the tax that is in them, where the goods leave the country."""
    if not market.prices_include_tax:
        return list(lines)
    return [
        _reduced(line, home.rate_bp)
        if how.category is TaxCategory.EXPORT and home.rate_bp
        else line
        for line, home, how in zip(lines, at_home, abroad, strict=True)
    ]


def _reduced(line: BasketLine, rate_bp: int) -> BasketLine:
    """One by one, so that quantity times price stays what is paid."""
    tax = round_half_up(line.unit.minor * rate_bp, BASIS + rate_bp)
    in_arabic, in_english, in_french = (
        one.format(rate=f"{rate_bp / 100:g}") for one in WITHOUT_TAX
    )
    reason = PriceReason(
        ReasonKind.EXPORT,
        NOBODYS,
        line.seller_id,
        tax * line.quantity,
        in_arabic,
        in_english,
        in_french,
    )
    return replace(
        line,
        unit=Money(line.unit.minor - tax, line.unit.currency),
        listed=line.listed or line.unit,
        reasons=(*line.reasons, reason),
    )
