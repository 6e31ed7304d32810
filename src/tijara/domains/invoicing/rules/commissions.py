"""What a market's operator writes to a seller for a month."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from tijara.domains.ledger.shapes import CommissionSum
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.parties.shapes import RegisteredAddress
from tijara.domains.taxes.shapes import TaxCategory
from tijara.kit.money import Money, round_half_up

from ..shapes import (
    CODE_OF_COMMISSION,
    Company,
    InvoiceContent,
    InvoiceLine,
    InvoiceTax,
    Issuer,
    LineSubject,
)
from .papers import hijri_of

WITHHELD = "withheld"
"""How it is paid: it never reached the seller's account."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom commission is written, where he is registered, and of a credit note the number of the
    invoice that it takes back."""

    seller: Issuer
    place: RegisteredAddress
    about_number: str = ""


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
    to: Recipient,
    month: date,
    today: date,
    earned: CommissionSum,
    vat_bp: int,
) -> InvoiceContent:
    """Amounts are above nothing, whichever way the money went. An operator without a VAT number may
    not show a tax: then all of it is the price. A seller with one is named as a company.
    `vat_bp` is the rate of the month's last day."""
    issuer = operator_of(market)
    net, tax = abs(earned.net_minor), abs(earned.vat_minor)
    shown, rate = _taxed(net, tax, vat_bp) if issuer.vat_number else (0, 0)
    line = _line(
        month, Money(net + tax - shown, earned.currency), Money(shown, earned.currency), rate
    )
    return InvoiceContent(
        issuer=issuer,
        buyer_name=to.seller.legal_name,
        buyer_place=to.seller.address,
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
        about_number=to.about_number,
        company=_company(to),
        taxes=(InvoiceTax(line.category, rate, line.net, line.tax),) if line.category else (),
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


def _taxed(net: int, tax: int, rate_bp: int) -> tuple[int, int]:
    """(tax, rate). Each sale's tax was rounded by itself; where that adds up to more than a unit
    beside the rate, the tax is what is in the whole. Where the rate was another, it is told by
    what was taken."""
    due = round_half_up(net * rate_bp, 10_000)
    if abs(tax - due) <= 1:
        return tax, rate_bp
    inside = round_half_up((net + tax) * rate_bp, 10_000 + rate_bp)
    if abs(tax - inside) * 100 <= inside:
        return inside, rate_bp
    return tax, round(tax * 100 / net) * 100 if net else 0


def _company(to: Recipient) -> Company | None:
    seller = to.seller
    if not seller.vat_number:
        return None
    return Company(
        seller.legal_name, seller.vat_number, seller.address, seller.registration_number, to.place
    )


def _line(month: date, net: Money, tax: Money, rate_bp: int) -> InvoiceLine:
    return InvoiceLine(
        subject=LineSubject.ITEM,
        name_ar=f"عمولة البيع، {month:%Y-%m}",
        name_en=f"Commission on sales, {month:%Y-%m}",
        quantity=1,
        unit=net + tax,
        net=net,
        tax_bp=rate_bp,
        tax=tax,
        gross=net + tax,
        category=TaxCategory.STANDARD.value if tax else "",
        code=CODE_OF_COMMISSION,
    )
