"""Give out the invoice of an order that was delivered."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from tijara.domains.fulfilment.queries import delivered_lines, delivered_shares, shipments
from tijara.domains.geography.queries import region, town
from tijara.domains.markets.queries import country_profile, market_by_id
from tijara.domains.orders.actions import NoSuchOrder
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import DeliveryAddress, OrderState, OrderView
from tijara.domains.parties.queries import markets_of
from tijara.domains.parties.shapes import RegisteredAddress
from tijara.domains.taxes.shapes import TaxCategory
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.countries import country_name
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..queries import gtins_of, issuer_of
from ..rules import WHOLE_FOR_EXPORT, hijri_of, lines_of, marks_of, sums_of, support_of, taxes_of
from ..shapes import Company, InvoiceContent, InvoiceKind, Issuer
from .write_invoice import write_invoice

INVOICEABLE = frozenset({OrderState.DELIVERED, OrderState.REFUNDED})


class NotDelivered(Refusal):
    """Nothing has been supplied yet."""

    code = "invoicing.not_delivered"


@action(power=Power.SYSTEM)
def issue_invoice(*, actor: Actor, seller_id: UUID, order_id: UUID) -> UUID:
    """By a seller with a VAT number a tax invoice to a company and a simplified one to a person; a
    receipt by one without, or of what he sold when he had none."""
    order = order_view(seller_id, order_id)
    if order is None:
        raise NoSuchOrder()
    if order.state not in INVOICEABLE:
        raise NotDelivered(number=order.number)
    issuer = issuer_of(seller_id)
    kind = _kind(order, issuer)
    return write_invoice(
        actor=SYSTEM,
        seller_id=seller_id,
        kind=kind,
        order=order,
        content=_content(order, issuer, is_taxed=kind is not InvoiceKind.RECEIPT),
    )


def _kind(order: OrderView, issuer: Issuer) -> InvoiceKind:
    categories = {line.tax_category for line in order.lines}
    if not issuer.vat_number or categories <= {TaxCategory.OUTSIDE}:
        return InvoiceKind.RECEIPT
    leaves = TaxCategory.EXPORT in categories and _country(order) in WHOLE_FOR_EXPORT
    return InvoiceKind.FULL_INVOICE if order.company or leaves else InvoiceKind.TAX_INVOICE


def _country(order: OrderView) -> str:
    return market_by_id(markets_of([order.seller_id])[order.seller_id]).country


def _content(order: OrderView, issuer: Issuer, *, is_taxed: bool) -> InvoiceContent:
    """Only what was delivered: a parcel that came back was not sold."""
    country = _country(order)
    zone = country_profile(country).time_zone
    parts = delivered_lines(order, shipments(order.seller_id, [order.id]).get(order.id, []))
    share = delivered_shares(order.seller_id, [order.id])[order.id]
    today, sold_on = _day(now(), zone), _day(order.placed_at, zone)
    marks = marks_of(order, gtins_of(order), country, sold_on)
    lines = lines_of(order, parts, share, is_taxed=is_taxed, marks=marks)
    net, tax, gross = sums_of(lines, order.total.currency)
    words = [line.tax_class for line in order.lines if line.tax_class]
    return InvoiceContent(
        issuer=issuer,
        buyer_name=order.address.recipient,
        buyer_place=_place(order),
        order_number=order.number,
        payment_method=order.payment_method,
        language=order.language,
        country=country,
        time_zone=zone,
        ordered_on=sold_on,
        issued_on=today,
        issued_on_hijri=hijri_of(today),
        lines=lines,
        net=net,
        tax=tax,
        total=gross,
        company=_company(order),
        taxes=taxes_of(lines, words, country, sold_on),
        prices_include_tax=order.prices_include_tax,
        supported=share.support,
        supported_tax=support_of(order, parts.values(), share)[0],
        credit=min(order.credit, gross - share.support, key=lambda money: money.minor),
        destination=order.address.country,
        carried_to=_carried_to(order.address),
    )


def _carried_to(address: DeliveryAddress) -> RegisteredAddress:
    """As documents of exports tell it: a street and a part of the country are there, if anything
    is. At home nobody asks."""
    if not address.country:
        return RegisteredAddress()
    where = town(address.city)
    named = where.name_en if where else ""
    whole = region(where.region) if where and where.region else None
    return RegisteredAddress(
        building=address.building,
        street=address.street or address.district or address.landmark,
        district=address.district,
        city=named,
        region=address.region or (whole.name_en if whole else named),
        postcode=address.postcode,
    )


def _company(order: OrderView) -> Company | None:
    told = order.company
    if told is None:
        return None
    return Company(told.name, told.vat_number, told.address, told.registration_number, told.place)


def _place(order: OrderView) -> str:
    address = order.address
    named = (town(address.city), country_name(address.country))
    told = (address.district, *(one.name_ar for one in named if one))
    return "، ".join(part for part in told if part)


def _day(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()
