"""What a market's operator writes to a seller for a month."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from tijara.domains.ledger.shapes import CommissionSum
from tijara.domains.markets.shapes import MarketPolicy
from tijara.kit.money import Money

from ..shapes import InvoiceContent, InvoiceLine, Issuer, LineSubject
from .papers import hijri_of

WITHHELD = "withheld"
"""How it is paid: it never reached the seller's account."""


def month_before(day: date) -> date:
    """The first day of the month before a day's."""
    return (day.replace(day=1) - date.resolution).replace(day=1)


def bounds_of(month: date, zone: str) -> tuple[datetime, datetime]:
    """From its first moment to the next one's, on the clock of the country."""
    after = (month.replace(day=28) + 4 * date.resolution).replace(day=1)
    clock = ZoneInfo(zone)
    return datetime.combine(month, time(), clock), datetime.combine(after, time(), clock)


def commission_content(
    market: MarketPolicy,
    zone: str,
    recipient: Issuer,
    month: date,
    today: date,
    earned: CommissionSum,
) -> InvoiceContent:
    """Amounts are above nothing, whichever way the money went. An operator without a VAT number may
    not show a tax: then all of it is the price."""
    issuer = operator_of(market)
    net, tax = abs(earned.net_minor), abs(earned.vat_minor)
    shown = tax if issuer.vat_number else 0
    line = _line(month, Money(net + tax - shown, earned.currency), Money(shown, earned.currency))
    return InvoiceContent(
        issuer=issuer,
        buyer_name=recipient.legal_name,
        buyer_place=recipient.address,
        order_number=f"{month:%Y-%m}",
        payment_method=WITHHELD,
        language=market.languages[0],
        country=market.country,
        time_zone=zone,
        ordered_on=month,
        issued_on=today,
        issued_on_hijri=hijri_of(today),
        lines=(line,),
        net=line.net,
        tax=line.tax,
        total=line.gross,
    )


def operator_of(market: MarketPolicy) -> Issuer:
    papers = market.papers
    return Issuer(
        legal_name=papers.name_ar or papers.name_en or market.name_ar,
        vat_number=papers.vat_number,
        registration_number=papers.commercial_register,
        address=papers.address_ar or papers.address_en,
        store_ar=market.name_ar,
        store_en=market.name_en,
    )


def _line(month: date, net: Money, tax: Money) -> InvoiceLine:
    rate = round(tax.minor * 100 / net.minor) * 100 if net else 0
    return InvoiceLine(
        subject=LineSubject.ITEM,
        name_ar=f"عمولة البيع، {month:%Y-%m}",
        name_en=f"Commission on sales, {month:%Y-%m}",
        quantity=1,
        unit=net + tax,
        net=net,
        tax_bp=rate,
        tax=tax,
        gross=net + tax,
    )
